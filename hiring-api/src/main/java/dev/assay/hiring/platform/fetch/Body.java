package dev.assay.hiring.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a body and counts while it reads: what is over a limit is never held, nor read on. */
final class Body {

    private static final int CHUNK = 8 * 1024;

    private Body() {}

    /**
     * @throws FetchException when it breaks a limit, or is packed in a way we did not ask for
     */
    static byte[] read(InputStream wire, ResponseHeaders headers, FetchLimits limits)
            throws IOException {
        Counted counted = new Counted(wire, limits.wireBytes());
        List<String> encodings =
                headers.all("Content-Encoding").stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                        .filter(encoding -> !encoding.isEmpty() && !encoding.equals("identity"))
                        .toList();
        if (encodings.isEmpty()) {
            return unpacked(counted, counted, limits);
        }
        if (!encodings.equals(List.of("gzip")) && !encodings.equals(List.of("x-gzip"))) {
            throw new FetchException(FetchFault.ENCODING_UNKNOWN);
        }
        try {
            return unpacked(new GZIPInputStream(counted), counted, limits);
        } catch (ZipException _) {
            throw new FetchException(FetchFault.BROKEN_ANSWER);
        }
    }

    private static byte[] unpacked(InputStream body, Counted wire, FetchLimits limits)
            throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            content.write(chunk, 0, read);
            if (content.size() > limits.decodedBytes()) {
                throw new FetchException(FetchFault.TOO_LARGE);
            }
            if (content.size() > limits.wireBytes()
                    && content.size() > wire.count * limits.inflation()) {
                throw new FetchException(FetchFault.TOO_INFLATED);
            }
        }
        return content.toByteArray();
    }

    private static final class Counted extends FilterInputStream {
        private final long limit;
        private long count;

        Counted(InputStream wire, long limit) {
            super(wire);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                add(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                add(read);
            }
            return read;
        }

        private void add(int more) throws FetchException {
            count += more;
            if (count > limit) {
                throw new FetchException(FetchFault.TOO_LARGE);
            }
        }
    }
}
