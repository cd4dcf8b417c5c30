package dev.assay.hiring.testkit;

import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.openapi.ContractCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls an application over HTTP, as anybody would from outside. Immutable. Every exchange is held
 * against the OpenAPI document; one that it does not foresee fails the test.
 */
public final class ApiClient {
    /** What most bodies are. */
    public static final String JSON = "application/json";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI address;
    private final Map<String, String> headers;

    private ApiClient(URI address, Map<String, String> headers) {
        this.address = address;
        this.headers = Map.copyOf(headers);
    }

    /** A caller without a token. */
    public static ApiClient of(ApplicationUnderTest application) {
        return new ApiClient(application.address(), Map.of());
    }

    /** A caller without a token at any address. */
    public static ApiClient at(URI address) {
        return new ApiClient(address, Map.of());
    }

    /** The same with this person's real token. */
    public ApiClient as(Person person) {
        return withToken(TestKeycloak.get().tokenOf(person));
    }

    /** The same with this token. */
    public ApiClient withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same, naming the employer meant. */
    public ApiClient at(Organization organization) {
        return with("Assay-Employer", organization.alias());
    }

    /** The same with one header more. */
    public ApiClient with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiClient(address, more);
    }

    public ApiAnswer get(String path) {
        return send(request(path).GET());
    }

    /** Posts JSON. */
    public ApiAnswer post(String path, String json) {
        return post(path, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts anything. */
    public ApiAnswer post(String path, String contentType, byte[] body) {
        return call("POST", path, contentType, body);
    }

    /** Sends a merge patch for the version with this ETag. */
    public ApiAnswer patch(String path, String etag, String json) {
        return with("If-Match", etag)
                .call(
                        "PATCH",
                        path,
                        "application/merge-patch+json",
                        json.getBytes(StandardCharsets.UTF_8));
    }

    /** Any call with a body. */
    public ApiAnswer call(String method, String path, String contentType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body)),
                body);
    }

    /** Any call without a body. */
    public ApiAnswer call(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        headers.forEach(request::header);
        return request;
    }

    private static ApiAnswer send(HttpRequest.Builder request) {
        return send(request, new byte[0]);
    }

    private static ApiAnswer send(HttpRequest.Builder building, byte[] body) {
        try {
            HttpRequest request = building.build();
            HttpResponse<byte[]> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            ContractCheck.ofThisBuild()
                    .check(
                            new ContractCheck.Exchange(
                                    request.method(),
                                    request.uri().getPath(),
                                    request.headers().firstValue("Content-Type").orElse(null),
                                    body,
                                    response.statusCode(),
                                    response.headers()::firstValue,
                                    response.body()));
            return new ApiAnswer(response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        }
    }
}
