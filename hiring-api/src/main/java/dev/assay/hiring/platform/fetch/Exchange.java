package dev.assay.hiring.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.springframework.util.function.SingletonSupplier;

/**
 * One GET, or POSTs one after the other, over one connection to one of the addresses that were
 * found good; the host's name is used for the certificate only and never looked up again. Carries
 * no cookie, no credential, and no proxy of the environment. Can be cut off at any moment, from any
 * thread.
 */
final class Exchange implements AutoCloseable {

    private static final String ACCEPT =
            "application/vc+jwt, application/vc, application/did, application/ld+json,"
                    + " application/json, application/jwt;q=0.9, */*;q=0.5";

    private static final String AGENT = "Assay";

    private final WebAddress address;
    private final FetchLimits limits;
    private final BasicHttpClientConnectionManager connections;
    private final List<Socket> sockets = new ArrayList<>();
    private final Supplier<CloseableHttpClient> posting = SingletonSupplier.of(this::client);
    private boolean over;

    Exchange(WebAddress address, List<InetAddress> pinned, Wires wires, FetchLimits limits) {
        this.address = address;
        this.limits = limits;
        this.connections =
                new BasicHttpClientConnectionManager(
                        new DefaultHttpClientConnectionOperator(
                                this::socket,
                                DefaultSchemePortResolver.INSTANCE,
                                new Pinned(address, pinned, wires),
                                RegistryBuilder.<TlsSocketStrategy>create()
                                        .register(
                                                "https", new DefaultClientTlsStrategy(wires.tls()))
                                        .build()),
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxLineLength(8_192)
                                                .setMaxHeaderCount(100)
                                                .setMaxEmptyLineCount(5)
                                                .build())
                                .build());
        Timeout connect = Timeout.of(limits.connect());
        connections.setConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(limits.total()))
                        .build());
        connections.setTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build());
    }

    /**
     * @throws FetchException when there is no answer, or none within the limits
     */
    Answer get(Validators validators) throws FetchException {
        try (CloseableHttpClient client = client()) {
            ClassicHttpResponse response =
                    client.executeOpen(
                            new HttpHost("https", address.host(), address.port()),
                            request(validators),
                            null);
            return answer(response);
        } catch (FetchException fault) {
            throw fault;
        } catch (IOException failure) {
            throw new FetchException(fault(failure));
        } finally {
            // Before anything else may want to drain an endless body.
            close();
        }
    }

    /**
     * Posts, and takes the beginning of what is answered. When that was all, the connection stays
     * for the next post; {@link #isOpen} tells.
     *
     * @param beginning how many bytes of the answer to take
     * @throws FetchException when there is no answer, or none within the limits
     */
    Answer post(byte[] body, Map<String, String> fields, int beginning) throws FetchException {
        HttpPost post = new HttpPost(address.uri());
        post.setHeader(HttpHeaders.USER_AGENT, AGENT);
        fields.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try {
            ClassicHttpResponse response =
                    posting.get()
                            .executeOpen(
                                    new HttpHost("https", address.host(), address.port()),
                                    post,
                                    null);
            return new Answer(
                    response.getCode(), headers(response), beginningOf(response, beginning));
        } catch (FetchException failure) {
            close();
            throw failure;
        } catch (IOException failure) {
            close();
            throw new FetchException(fault(failure));
        }
    }

    /** What was answered counts even where its body breaks off: the status has been said. */
    private byte[] beginningOf(ClassicHttpResponse response, int beginning) {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            InputStream body = response.getEntity().getContent();
            byte[] chunk = new byte[1_024];
            int length = body.read(chunk);
            while (length >= 0 && read.size() < beginning) {
                read.write(chunk, 0, Math.min(length, beginning - read.size()));
                length = body.read(chunk);
            }
            if (length >= 0) {
                close();
            }
        } catch (IOException _) {
            close();
        }
        return read.toByteArray();
    }

    /** Whether another post may go over it. */
    boolean isOpen() {
        synchronized (sockets) {
            return !over;
        }
    }

    /** Cuts the connection, whatever is going on. */
    @Override
    public void close() {
        List<Socket> open;
        synchronized (sockets) {
            over = true;
            open = List.copyOf(sockets);
        }
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException _) {
                // Nobody is left to tell.
            }
        }
        connections.close(CloseMode.IMMEDIATE);
    }

    private Answer answer(ClassicHttpResponse response) throws IOException {
        ResponseHeaders headers = headers(response);
        boolean document = response.getCode() == Answer.OK && response.getEntity() != null;
        byte[] body =
                document
                        ? Body.read(response.getEntity().getContent(), headers, limits)
                        : new byte[0];
        return new Answer(response.getCode(), headers, body);
    }

    private static ResponseHeaders headers(ClassicHttpResponse response) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            fields.computeIfAbsent(
                            header.getName().toLowerCase(java.util.Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return new ResponseHeaders(fields);
    }

    private HttpGet request(Validators validators) {
        HttpGet get = new HttpGet(address.uri());
        get.setHeader(HttpHeaders.ACCEPT, ACCEPT);
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        get.setHeader(HttpHeaders.USER_AGENT, AGENT);
        validators.etag().ifPresent(etag -> get.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        validators
                .lastModified()
                .ifPresent(date -> get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        return get;
    }

    private CloseableHttpClient client() {
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setAuthenticationEnabled(false)
                                .setRedirectsEnabled(false)
                                .setContentCompressionEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .setResponseTimeout(Timeout.of(limits.total()))
                                .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    /** Never through the SOCKS proxy of a system property. */
    private Socket socket(Proxy configured) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        synchronized (sockets) {
            if (over) {
                socket.close();
                throw new FetchException(FetchFault.TIMED_OUT);
            }
            sockets.add(socket);
        }
        return socket;
    }

    private static FetchFault fault(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FetchException fetch) {
                return fetch.fault();
            }
        }
        return switch (failure) {
            case ConnectTimeoutException _ -> FetchFault.CONNECT_FAILED;
            case ConnectException _ -> FetchFault.CONNECT_FAILED;
            case SSLException _ -> FetchFault.TLS_FAILED;
            case SocketTimeoutException _ -> FetchFault.TIMED_OUT;
            default -> FetchFault.BROKEN_ANSWER;
        };
    }

    /** Answers one name, with the addresses that were checked. */
    private record Pinned(WebAddress address, List<InetAddress> checked, Wires wires)
            implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            if (!host.equals(address.host()) || port != address.port()) {
                throw new UnknownHostException("another host than the one that was checked");
            }
            return checked.stream()
                    .map(one -> wires.dial().apply(new InetSocketAddress(one, port)))
                    .toList();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("only hosts with a port are looked up");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
