package dev.assay.hiring.platform.web;

import java.util.Arrays;

/** A JSON value exactly as it came in, byte for byte: a signature may hang on it. */
public record RawJson(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson raw && Arrays.equals(bytes, raw.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RawJson[" + bytes.length + " bytes]";
    }
}
