package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** TCP ports of this machine's loopback interface. */
final class Ports {
    private static final int ATTEMPTS = 100;
    private static final int LOWEST = 20_000;
    private static final int LOWEST_EPHEMERAL = 32_768;

    private Ports() {}

    /**
     * Returns if nobody listens on the port, and refuses it by name otherwise.
     *
     * @param option the command-line option that chooses another port
     */
    static void requireFree(int port, String option) {
        for (InetAddress address : loopbackAddresses()) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(address, port));
            } catch (IOException taken) {
                throw LocalRunException.refused(
                        "port %d is taken (%s); free it, or choose another with %s PORT"
                                .formatted(port, taken.getMessage(), option),
                        taken);
            }
        }
    }

    /**
     * A port that was free a moment ago, and that the system does not give out by itself in the
     * meantime: it lies below its ephemeral ports.
     */
    static int pickFree() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_EPHEMERAL);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new LocalRunException("no TCP port is free on the loopback interface");
    }

    // "localhost" may lead to any of them, so a stranger on ::1 is in the way too.
    private static List<InetAddress> loopbackAddresses() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(InetAddress::isLoopbackAddress)
                    .toList();
        } catch (SocketException e) {
            throw new LocalRunException("the network interfaces cannot be listed", e);
        }
    }
}
