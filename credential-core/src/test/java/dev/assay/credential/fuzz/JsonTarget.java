package dev.assay.credential.fuzz;

import dev.assay.credential.input.BothReaders;
import dev.assay.credential.input.InputLimits;
import java.util.List;

/** A credential in JSON, and whether both readers read the same in it. */
public final class JsonTarget {

    private JsonTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(JsonTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        BothReaders.agree(data, InputLimits.standard());
        Genuine.check(data);
    }

    static List<byte[]> seeds() {
        return Genuine.bytes(Genuine.BADGES.toArray(String[]::new));
    }
}
