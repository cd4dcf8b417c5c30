package dev.assay.credential.fuzz;

import dev.assay.credential.jsonld.CanonicalizerTarget;
import java.util.List;
import java.util.function.Consumer;

/** All of them: every parser that reads what strangers send. */
final class Targets {

    record Target(Class<?> type, Consumer<byte[]> run, List<byte[]> seeds) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    private Targets() {}

    static List<Target> all() {
        return List.of(
                new Target(JsonTarget.class, JsonTarget::fuzzerTestOneInput, JsonTarget.seeds()),
                new Target(JwtTarget.class, JwtTarget::fuzzerTestOneInput, JwtTarget.seeds()),
                new Target(SdJwtTarget.class, SdJwtTarget::fuzzerTestOneInput, SdJwtTarget.seeds()),
                new Target(PngTarget.class, PngTarget::fuzzerTestOneInput, PngTarget.seeds()),
                new Target(SvgTarget.class, SvgTarget::fuzzerTestOneInput, SvgTarget.seeds()),
                new Target(
                        StatusListTarget.class,
                        StatusListTarget::fuzzerTestOneInput,
                        StatusListTarget.seeds()),
                new Target(
                        DidDocumentTarget.class,
                        DidDocumentTarget::fuzzerTestOneInput,
                        DidDocumentTarget.seeds()),
                new Target(
                        CanonicalizerTarget.class,
                        CanonicalizerTarget::fuzzerTestOneInput,
                        CanonicalizerTarget.seeds()));
    }
}
