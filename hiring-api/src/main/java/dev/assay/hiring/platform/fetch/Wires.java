package dev.assay.hiring.platform.fetch;

import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * The world outside: names, connections, certificates. Tests put a server of their own behind a
 * public address by turning the dial, so that the guard itself has no switch for them.
 *
 * @param names how host names are looked up
 * @param dial where a connection to an address that was found good really goes
 * @param tls whom to believe
 */
record Wires(Names names, UnaryOperator<InetSocketAddress> dial, SSLContext tls) {

    static Wires real() {
        try {
            return new Wires(Names.system(), UnaryOperator.identity(), SSLContext.getDefault());
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("this Java has no TLS", failure);
        }
    }
}
