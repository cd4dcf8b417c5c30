package dev.assay.hiring.platform.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Guards as in production but for the wires, which end at a test's own server. */
public final class Guards {
    static final String PUBLIC = "93.184.215.14";

    Names names = _ -> addresses(PUBLIC);
    FetchLimits limits = FetchLimits.standard();
    boolean network = true;
    Set<Integer> extraPorts = Set.of();
    List<String> refusedNetworks = List.of();
    @Nullable Path pinned;
    Clock clock = Clock.systemUTC();
    MeterRegistry meters = new SimpleMeterRegistry();

    /** A guard whose every connection, wherever to, ends at the server. */
    public FetchGuard before(TestServer server, SSLContext believed) {
        InetSocketAddress there = server.address();
        return new FetchGuard(
                new FetchProperties(
                        network, extraPorts, refusedNetworks, pinned, DataSize.ofMegabytes(64)),
                pinned == null ? PinnedDocuments.none() : PinnedDocuments.in(pinned),
                new Wires(host -> names.addressesOf(host), _ -> there, believed),
                limits,
                clock,
                meters);
    }

    static List<InetAddress> addresses(String... literals) {
        return java.util.stream.Stream.of(literals).map(InetAddress::ofLiteral).toList();
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }
}
