package dev.assay.hiring.credentials;

import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.platform.privacy.PersonKeys;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A credential as its rows hold it.
 *
 * @param plain with the report that is stored in plain text: the verdicts alone, or the whole one
 *     in rows of the first schema version
 * @param report the whole report under the person's key; empty in rows of the first schema version
 */
record SealedCredential(StoredCredential plain, Optional<byte[]> report) {

    /** With its whole report; with the verdicts alone when the person was erased. */
    StoredCredential opened(PersonKeys keys, JsonMapper json) {
        return report.flatMap(sealed -> keys.open(plain.candidate().person(), sealed))
                .map(opened -> plain.with(json.readValue(opened, VerificationReport.class)))
                .orElse(plain);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedCredential sealed
                && plain.equals(sealed.plain)
                && Arrays.equals(report.orElse(new byte[0]), sealed.report.orElse(new byte[0]));
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }
}
