package dev.assay.hiring.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks just enough SMTP (RFC 5321) to take a mail, or to refuse every recipient. */
final class FakeMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answerToRecipients;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private FakeMailServer(ServerSocket socket, String answerToRecipients) {
        this.socket = socket;
        this.answerToRecipients = answerToRecipients;
    }

    static FakeMailServer taking() {
        return answering("250 fine");
    }

    /** One that answers {@code RCPT} so. */
    static FakeMailServer answering(String recipients) {
        try {
            var server =
                    new FakeMailServer(
                            new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), recipients);
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every line that clients sent. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // A client that left, or the end of the server.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 fake");
        boolean inData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inData) {
                inData = !line.equals(".");
                if (!inData) {
                    say(client, "250 taken");
                }
            } else if (line.startsWith("RCPT")) {
                say(client, answerToRecipients);
            } else if (line.equals("DATA")) {
                inData = true;
                say(client, "354 go on");
            } else if (line.equals("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 fine");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
