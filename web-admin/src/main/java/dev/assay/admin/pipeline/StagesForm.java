package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stages as a person types them, under each phase one a line, kept as they were typed until they
 * are right.
 */
public record StagesForm(List<Part> parts) {

    private static final int LONGEST_NAME = 100;

    public StagesForm {
        parts = List.copyOf(parts);
    }

    /**
     * The stages of one phase.
     *
     * @param phase as forms and words name it
     * @param lines a name each
     */
    public record Part(String phase, String lines) {}

    /** What a form with a field {@code stages-new} and so on sent. */
    public static StagesForm typed(Map<String, String> typed) {
        return new StagesForm(
                Arrays.stream(StagePhase.values())
                        .map(phase ->
                                new Part(
                                        phase.wireName(),
                                        Typed.text(typed.get("stages-" + phase.wireName()))))
                        .toList());
    }

    /** As these stages are typed. */
    public static StagesForm of(List<StageDraft> stages) {
        return new StagesForm(
                Arrays.stream(StagePhase.values())
                        .map(phase ->
                                new Part(
                                        phase.wireName(),
                                        stages.stream()
                                                .filter(stage -> stage.phase() == phase)
                                                .map(StageDraft::name)
                                                .collect(Collectors.joining("\n"))))
                        .toList());
    }

    /**
     * The stages, in the order of their phases.
     *
     * @throws InvalidInput when there are too many, or one is too long
     */
    public List<StageDraft> drafts() {
        List<StageDraft> drafts = new ArrayList<>();
        for (StagePhase phase : StagePhase.values()) {
            parts.stream()
                    .filter(part -> part.phase().equals(phase.wireName()))
                    .flatMap(part -> part.lines().lines())
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> drafts.add(StageDraft.of(name, phase)));
        }
        List<Fault> faults = new ArrayList<>();
        if (drafts.size() > StageDraft.MAXIMUM) {
            faults.add(new Fault("/stages", "must be " + StageDraft.MAXIMUM + " at most"));
        }
        if (drafts.stream().anyMatch(draft -> draft.name().length() > LONGEST_NAME)) {
            faults.add(new Fault("/stages", "must have names of 100 characters at most"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return drafts;
    }
}
