package dev.assay.hiring.platform.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server on the loopback that answers as a test wants it to, down to the byte. */
public final class TestServer implements AutoCloseable {

    /** Writes an answer, well-formed or not. */
    @FunctionalInterface
    public interface Script {
        void answer(Request request, OutputStream out) throws IOException;
    }

    /** One request as it came: its first line, then its fields. */
    public record Request(List<String> lines) {
        public String path() {
            return lines.getFirst().split(" ")[1];
        }

        /** The value of a field, or an empty text. */
        public String field(String name) {
            return lines.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    public final AtomicInteger connections = new AtomicInteger();
    volatile @Nullable Script script;
    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private TestServer(ServerSocket listening, @Nullable Script script) {
        this.listening = listening;
        this.script = script;
        Thread.ofVirtual().start(this::listen);
    }

    public static TestServer secure(SSLContext tls, Script script) {
        try {
            return new TestServer(
                    tls.getServerSocketFactory()
                            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    script);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sees packets, and never says a word. */
    public static TestServer canary() {
        try {
            return new TestServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    /** A whole, sound answer; fields each with their line end. */
    public static Script document(String fields, byte[] body) {
        return (_, out) -> {
            write(
                    out,
                    "HTTP/1.1 200 OK\r\n" + fields + "Content-Length: " + body.length + "\r\n\r\n");
            out.write(body);
            out.flush();
        };
    }

    static Script status(String line) {
        return (_, out) -> write(out, "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n");
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                Script answers = script;
                if (answers != null) {
                    Thread.ofVirtual().start(() -> serve(socket, answers));
                }
            } catch (IOException _) {
                // Closed: the test is over.
            }
        }
    }

    private void serve(Socket socket, Script answers) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                lines.add(line);
            }
            if (!lines.isEmpty()) {
                Request request = new Request(List.copyOf(lines));
                requests.add(request);
                answers.answer(request, socket.getOutputStream());
            }
        } catch (IOException _) {
            // The client went away, which is what many tests are about.
        }
    }
}
