package dev.assay.hiring.platform.local;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * As little of an HTTP client as a load needs, since it shares the processors with the server it
 * measures: requests are bytes made before, of an answer it keeps how it went, connections are kept
 * and used again.
 */
final class WireClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_LINE = 16_384;

    private final URI server;
    private final ConcurrentLinkedDeque<Wire> idle = new ConcurrentLinkedDeque<>();

    WireClient(URI server) {
        this.server = server;
    }

    /** A request as it goes over the wire. */
    byte[] request(String method, String path, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder();
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
        head.append(server.getAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length);
            head.append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    /**
     * Sends it and waits for the whole answer; one that does not come is none. A connection that
     * the server has closed while it was idle is no fault of anybody's: the call is sent anew.
     */
    Reply send(byte[] request) {
        for (Wire wire = idle.pollFirst(); wire != null; wire = idle.pollFirst()) {
            try {
                return exchange(wire, request);
            } catch (SocketTimeoutException slow) {
                wire.close();
                return Reply.NONE;
            } catch (IOException closed) {
                wire.close();
            }
        }
        try {
            return exchange(new Wire(server), request);
        } catch (IOException lost) {
            return Reply.NONE;
        }
    }

    private Reply exchange(Wire wire, byte[] request) throws IOException {
        Reply reply = wire.exchange(request);
        if (wire.isOpen()) {
            idle.addFirst(wire);
        } else {
            wire.close();
        }
        return reply;
    }

    @Override
    public void close() {
        idle.forEach(Wire::close);
        idle.clear();
    }

    /**
     * How a call went.
     *
     * @param status 0 when there was no answer
     */
    record Reply(int status, boolean saysWhenToRetry) {

        static final Reply NONE = new Reply(0, false);

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        boolean isRefusal() {
            return (status == 429 || status == 503) && saysWhenToRetry;
        }
    }

    private static final class Wire {

        private final Socket socket;
        private final InputStream answers;
        private boolean open = true;

        Wire(URI server) throws IOException {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            answers = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        Reply exchange(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            int status = Integer.parseInt(line().substring(9, 12));
            boolean retry = false;
            long length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String name = header.toLowerCase(Locale.ROOT);
                retry |= name.startsWith("retry-after:");
                chunked |= name.startsWith("transfer-encoding:") && name.contains("chunked");
                open &= !name.startsWith("connection:") || !name.contains("close");
                if (name.startsWith("content-length:")) {
                    length = Long.parseLong(header.substring(15).trim());
                }
            }
            if (chunked) {
                skipChunks();
            } else if (status != 204 && status != 304) {
                answers.skipNBytes(length);
            }
            return new Reply(status, retry);
        }

        boolean isOpen() {
            return open;
        }

        private void skipChunks() throws IOException {
            for (int size = chunk(); size > 0; size = chunk()) {
                answers.skipNBytes(size);
                line();
            }
            line();
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            var line = new StringBuilder(64);
            for (int next = answers.read(); next != '\n'; next = answers.read()) {
                if (next < 0 || line.length() > LONGEST_LINE) {
                    throw new EOFException("the answer ends in the middle of a line");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException gone) {
                // It is not used again either way.
            }
        }
    }
}
