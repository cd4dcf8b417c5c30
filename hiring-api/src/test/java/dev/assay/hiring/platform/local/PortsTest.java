package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void refusesATakenPortByNumberAndOption() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "--port"))
                    .isInstanceOf(LocalRunException.class)
                    .hasMessageContaining("port " + port + " is taken")
                    .hasMessageContaining("--port PORT");
        }
    }

    @Test
    void takesAPortNobodyListensOn() {
        int port = Ports.pickFree();

        assertThatCode(() -> Ports.requireFree(port, "--port")).doesNotThrowAnyException();
    }
}
