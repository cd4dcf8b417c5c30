package dev.assay.hiring.platform.fetch;

import java.time.Duration;

/**
 * How much a stranger's host may cost us.
 *
 * @param connect to wait for a connection, and for its handshake
 * @param total for everything, from the first question to the name servers to the last byte
 * @param wireBytes of a body as it is sent
 * @param decodedBytes of a body once it is unpacked
 * @param inflation how many bytes one byte may become, once there are more than {@code wireBytes}
 * @param perHost how many documents of one host at a time
 * @param atOnce how many documents at a time in all
 * @param redirects how often an address may point on, within its own host
 * @param addresses how many of a host's addresses to try
 */
record FetchLimits(
        Duration connect,
        Duration total,
        int wireBytes,
        int decodedBytes,
        int inflation,
        int perHost,
        int atOnce,
        int redirects,
        int addresses) {

    private static final int MEBIBYTE = 1024 * 1024;

    static FetchLimits standard() {
        return new FetchLimits(
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                MEBIBYTE,
                16 * MEBIBYTE,
                100,
                4,
                64,
                3,
                4);
    }

    FetchLimits withTotal(Duration time) {
        return new FetchLimits(
                connect,
                time,
                wireBytes,
                decodedBytes,
                inflation,
                perHost,
                atOnce,
                redirects,
                addresses);
    }
}
