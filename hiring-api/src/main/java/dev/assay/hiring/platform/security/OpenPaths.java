package dev.assay.hiring.platform.security;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The calls under {@code /v1} that need no token, each with its method. */
final class OpenPaths {

    private record OpenPath(HttpMethod method, String pattern) {}

    private static final List<OpenPath> ALL =
            List.of(
                    new OpenPath(HttpMethod.GET, "/v1/openapi.json"),
                    new OpenPath(HttpMethod.POST, "/v1/receipts/verify"),
                    new OpenPath(HttpMethod.GET, "/v1/inbound/{address}"),
                    new OpenPath(HttpMethod.POST, "/v1/inbound/{address}"));

    private OpenPaths() {}

    static RequestMatcher[] matchers() {
        return ALL.stream()
                .map(path ->
                        PathPatternRequestMatcher.withDefaults()
                                .matcher(path.method(), path.pattern()))
                .toArray(RequestMatcher[]::new);
    }
}
