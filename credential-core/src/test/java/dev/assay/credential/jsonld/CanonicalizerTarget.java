package dev.assay.credential.jsonld;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.proof.Jcs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Both canonical forms: by RDF the direct way and the general one, which must agree, and JCS. */
public final class CanonicalizerTarget {

    private static final StrictJson JSON = StrictJson.within(InputLimits.standard());
    private static final WorkBudget BUDGET = new WorkBudget(5_000);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CanonicalizerTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(CanonicalizerTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        if (!(JSON.parse(data) instanceof ParseResult.Parsed(var document))) {
            return;
        }
        var canonical = Jcs.canonical(document);
        if (!canonical.equals(Jcs.canonical(MAPPER.readTree(canonical)))) {
            throw new IllegalStateException("a canonical form is not its own canonical form");
        }
        if (document.isObject()) {
            BothWays.agree(document, ContextCatalogue.bundled(), BUDGET);
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                Samples.unsigned().toString().getBytes(StandardCharsets.UTF_8),
                Samples.unsignedOfDataModel1().toString().getBytes(StandardCharsets.UTF_8),
                "[1e3, -0, 1e-7, 333333333.33333329, \"\\u20ac\"]"
                        .getBytes(StandardCharsets.UTF_8));
    }
}
