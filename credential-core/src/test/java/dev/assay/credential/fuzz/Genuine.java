package dev.assay.credential.fuzz;

import dev.assay.credential.bake.BakedImage;
import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.proof.Jcs;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds of any bytes at all. The credentials that were really signed are known; nothing else
 * may ever be verified.
 */
final class Genuine {

    // The fuzzer begins with what another process has signed.
    private static final Tokens.Signer SIGNER = Tokens.ed25519((byte) 17);

    static final List<String> BADGES =
            List.of(
                    Samples.badge().toString(),
                    Samples.sign(Samples.unsigned(), ProofSuite.EDDSA_JCS_2022).toString(),
                    Samples.sign(Samples.unsignedOfDataModel1(), ProofSuite.ED25519_SIGNATURE_2020)
                            .toString());
    static final String TOKEN = token();
    static final String SELECTIVE = selective();

    private static final Set<String> CANONICAL =
            BADGES.stream().map(Genuine::canonical).collect(Collectors.toUnmodifiableSet());

    private Genuine() {}

    /** Verifies, and fails where any of the laws does not hold. */
    static void check(byte[] data) {
        VerificationReport report = Samples.verify(data);
        if (report.outcome() == Outcome.VERIFIED && !isKnown(data)) {
            throw new IllegalStateException("a forgery was verified");
        }
        for (var check : report.checks()) {
            boolean unsure = check.outcome() == CheckOutcome.INDETERMINATE;
            if (check.outcome() == CheckOutcome.FAILED || unsure) {
                require(check.code() != CheckCode.OK, "a verdict without a reason");
            }
        }
        boolean doubtful =
                report.checks().stream()
                        .anyMatch(c ->
                                c.name().required()
                                        && c.outcome() != CheckOutcome.PASSED
                                        && c.outcome() != CheckOutcome.NOT_APPLICABLE);
        require(doubtful == (report.outcome() != Outcome.VERIFIED), "a doubt was hidden");
    }

    private static boolean isKnown(byte[] data) {
        if (BakedImage.looksLike(data)) {
            return true; // what is inside was judged as it would be outside
        }
        var text = new String(data, StandardCharsets.UTF_8).strip();
        return text.equals(TOKEN) || isKnownBadge(text);
    }

    private static boolean isKnownBadge(String text) {
        try {
            return CANONICAL.contains(canonical(text));
        } catch (JacksonException _) {
            return false; // no JSON
        }
    }

    private static String canonical(String json) {
        return Jcs.canonical(Fixtures.MAPPER.readTree(json));
    }

    private static String token() {
        var claims = Samples.unsigned();
        ((ObjectNode) claims.path("issuer")).put("id", SIGNER.did());
        return SIGNER.token(SIGNER.header(), claims);
    }

    /** Without metadata to be had it stays undecided; its parser is what matters here. */
    private static String selective() {
        var payload =
                Samples.parse(
                        """
                        {"iss":"https://issuer.example","vct":"urn:example:1",
                         "_sd":["X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"]}\
                        """);
        return SIGNER.token(SIGNER.header().put("typ", "dc+sd-jwt"), payload)
                + "~WyJzYWx0IiwibmFtZSIsIldlbGRpbmciXQ~";
    }

    static void require(boolean holds, String law) {
        if (!holds) {
            throw new IllegalStateException(law);
        }
    }

    static List<byte[]> bytes(String... texts) {
        return Stream.of(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
