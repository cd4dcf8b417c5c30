package dev.assay.trainingcost.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The assumptions behind one estimate, at most one for each input. Refuses a second one, and a
 * value that differs from the input's without a reason to override it.
 */
public record Ledger(List<Assumption> assumptions) {

    public static final Ledger EMPTY = new Ledger(List.of());

    public Ledger {
        assumptions = assumptions.stream().sorted(Comparator.comparing(Assumption::input)).toList();
        for (int i = 1; i < assumptions.size(); i++) {
            var input = assumptions.get(i).input();
            if (input.equals(assumptions.get(i - 1).input())) {
                throw new InvalidInputException(
                        "ledger[" + input + "]", "must not be recorded twice");
            }
        }
    }

    public Optional<Assumption> find(String input) {
        return assumptions.stream().filter(a -> a.input().equals(input)).findFirst();
    }

    Uncertain settle(String input, Uncertain given) {
        var recorded = find(input);
        if (recorded.isEmpty()) {
            return given;
        }
        var assumption = recorded.get();
        if (!assumption.overrides() && !assumption.value().equals(given)) {
            throw new InvalidInputException(
                    "ledger[" + input + "].overrideReason",
                    "must say why the value differs from the input's");
        }
        return assumption.value();
    }
}
