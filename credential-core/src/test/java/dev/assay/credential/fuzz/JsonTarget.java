package dev.assay.credential.fuzz;

import java.util.List;

/** A credential in JSON. */
public final class JsonTarget {

    private JsonTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(JsonTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Genuine.check(data);
    }

    static List<byte[]> seeds() {
        return Genuine.bytes(Genuine.BADGES.toArray(String[]::new));
    }
}
