package dev.assay.bench;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.Presented;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The credentials that {@code interop/issue-many.mjs} has issued, one list for each kind of proof,
 * and who holds each. Refuses to be measured with a verifier that rejects one of them.
 *
 * @param all as a holder would hand them in
 */
record IssuedCredentials(List<Presented> all) {

    /** The folder they are in. */
    static final String FOLDER = "assay.bench.credentials";

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    static IssuedCredentials of(String proof) {
        var folder = System.getProperty(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("run ./assay bench --peers, which issues credentials");
        }
        try {
            var texts =
                    JsonMapper.shared()
                            .readTree(Files.readString(Path.of(folder).resolve(proof + ".json")));
            var all = new ArrayList<Presented>();
            for (var text : texts) {
                var holder = Recipient.confirmed("holder" + all.size() + "@bench.example");
                all.add(new Presented(text.stringValue().getBytes(StandardCharsets.UTF_8), holder));
            }
            var issued = new IssuedCredentials(List.copyOf(all));
            issued.all.forEach(
                    one -> requireVerified(verifier().verify(one.document(), one.recipient())));
            return issued;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A verifier that lives a while after they were issued, and reaches nothing. */
    static CredentialVerifier verifier() {
        return CredentialVerifier.create(
                InstantSource.fixed(NOW), DocumentSource.none(), VerificationPolicy.standard());
    }

    static void requireVerified(VerificationReport report) {
        if (report.outcome() != Outcome.VERIFIED
                || report.check(CheckName.SUBJECT).outcome() != CheckOutcome.PASSED) {
            throw new IllegalStateException("a genuine badge was not verified: " + report);
        }
    }
}
