package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A stage as somebody asks for it.
 *
 * @param id the stage of the job that it is already; empty for a new one, and in templates
 */
public record StageDraft(Optional<StageId> id, String name, StagePhase phase) {

    /** How many stages a job may have. */
    public static final int MAXIMUM = 30;

    public static StageDraft of(String name, StagePhase phase) {
        return new StageDraft(Optional.empty(), name, phase);
    }

    /**
     * Refuses stages that are not in the order of their phases, or two of one name.
     *
     * @throws InvalidInput naming each at fault
     */
    static void requireInOrder(List<StageDraft> drafts) {
        List<Fault> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        StagePhase latest = StagePhase.NEW;
        for (int i = 0; i < drafts.size(); i++) {
            StageDraft draft = drafts.get(i);
            if (!names.add(draft.name().strip().toLowerCase(Locale.ROOT))) {
                faults.add(new Fault("/stages/" + i + "/name", "is there twice"));
            }
            if (draft.phase().compareTo(latest) < 0) {
                faults.add(
                        new Fault(
                                "/stages/" + i + "/phase",
                                "comes after a stage of " + latest.wireName()));
            } else {
                latest = draft.phase();
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
