package dev.assay.hiring.intake;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.List;
import java.util.Optional;

/**
 * A line of an import, and what became of it.
 *
 * @param line counted from 1 as they were sent, empty ones among them
 * @param outcome empty while its turn has not come
 * @param application the one it made, now or before
 * @param credentials how many it brought
 * @param verified how many of those check out
 * @param code why it made none, as in problem documents
 * @param faults the same in words, with the field where there is one
 */
public record ImportLine(
        long line,
        Optional<LineOutcome> outcome,
        Optional<ApplicationId> application,
        int credentials,
        int verified,
        Optional<String> code,
        List<Fault> faults) {

    public ImportLine {
        faults = List.copyOf(faults);
    }

    static ImportLine invalid(long line, String code, List<Fault> faults) {
        return refused(line, LineOutcome.INVALID, 0, 0, code, faults);
    }

    static ImportLine refused(
            long line,
            LineOutcome outcome,
            int credentials,
            int verified,
            String code,
            List<Fault> faults) {
        return new ImportLine(
                line,
                Optional.of(outcome),
                Optional.empty(),
                credentials,
                verified,
                Optional.of(code),
                faults);
    }
}
