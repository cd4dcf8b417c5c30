package dev.assay.admin.policies;

import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.scoring.PolicyProposal;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.skills.SkillId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A version as a person types it, kept as it was typed until it is right.
 *
 * @param numbers by their names: shares in percent, and two counts
 * @param skill the name, URI or id of a skill whose evidence ages; empty for none
 */
record PolicyForm(
        String name,
        String reason,
        Map<String, String> numbers,
        String skill,
        String months,
        String value,
        String because) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int PERCENT = 100;

    PolicyForm {
        numbers = new LinkedHashMap<>(numbers);
    }

    /** One number to be typed. */
    record Field(String name, String label, String value, boolean percent) {}

    static PolicyForm startingFrom(Map<String, Integer> inForce) {
        Map<String, String> numbers = new LinkedHashMap<>();
        inForce.forEach((name, value) ->
                numbers.put(
                        name,
                        isCount(name)
                                ? String.valueOf(value)
                                : BigDecimal.valueOf(value, 2)
                                        .stripTrailingZeros()
                                        .toPlainString()));
        return new PolicyForm("", "", numbers, "", "", "", "");
    }

    static PolicyForm typed(Map<String, String> typed, Collection<String> figures) {
        Map<String, String> numbers = new LinkedHashMap<>();
        figures.forEach(name -> numbers.put(name, Typed.text(typed.get(name))));
        return new PolicyForm(
                Typed.text(typed.get("name")),
                Typed.text(typed.get("reason")),
                numbers,
                Typed.text(typed.get("skill")),
                Typed.text(typed.get("months")),
                Typed.text(typed.get("value")),
                Typed.text(typed.get("because")));
    }

    List<Field> fields(Words words) {
        return numbers.entrySet().stream()
                .map(number ->
                        new Field(
                                number.getKey(),
                                words.say("policy.figure." + number.getKey()),
                                number.getValue(),
                                !isCount(number.getKey())))
                .toList();
    }

    /**
     * @param known finds the skill that a text names
     * @throws InvalidInput when it cannot be read, naming each field
     */
    PolicyProposal proposal(Function<String, Optional<SkillId>> known) {
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add(new Fault("/name", "must have 1 to 200 characters"));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault("/reason", "must have 1 to 2,000 characters"));
        }
        Map<String, Integer> figures = new HashMap<>();
        numbers.forEach((figure, typed) ->
                number(figure, typed, isCount(figure) ? 1 : PERCENT, faults)
                        .ifPresent(value -> figures.put(figure, value)));
        Optional<PolicyProposal.AgeingSkill> ageing =
                skill.isEmpty() ? Optional.empty() : ageing(known, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new PolicyProposal(name, reason, figures, ageing);
    }

    private Optional<PolicyProposal.AgeingSkill> ageing(
            Function<String, Optional<SkillId>> known, List<Fault> faults) {
        Optional<SkillId> found = known.apply(skill);
        if (found.isEmpty()) {
            faults.add(new Fault("/skill", "must name one known skill"));
        }
        if (because.isEmpty() || because.length() > LONGEST_REASON) {
            faults.add(new Fault("/because", "must say why that is related to the job"));
        }
        Optional<Integer> from = number("months", months, 1, faults);
        Optional<Integer> most = number("value", value, PERCENT, faults);
        return found.isPresent() && from.isPresent() && most.isPresent()
                ? Optional.of(
                        new PolicyProposal.AgeingSkill(
                                found.get(), from.get(), most.get(), because))
                : Optional.empty();
    }

    private static Optional<Integer> number(
            String field, String typed, int times, List<Fault> faults) {
        try {
            return Optional.of(
                    new BigDecimal(typed).multiply(BigDecimal.valueOf(times)).intValueExact());
        } catch (ArithmeticException | NumberFormatException unread) {
            faults.add(
                    new Fault(
                            "/" + field,
                            times == 1
                                    ? "must be a whole number"
                                    : "must be a number with two places at most"));
            return Optional.empty();
        }
    }

    private static boolean isCount(String figure) {
        return figure.equals("narrower-steps") || figure.equals("many-skills");
    }
}
