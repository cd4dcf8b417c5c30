package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An own reason as a person types it, kept as it was typed until it is right. */
record ReasonForm(@Nullable String code, @Nullable String label, @Nullable String refines) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_LABEL = 200;

    static ReasonForm empty() {
        return new ReasonForm("", "", "");
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    Read read() {
        List<Fault> faults = new ArrayList<>();
        String typed = Typed.text(code);
        if (typed.length() > LONGEST_CODE || !CODE.matcher(typed).matches()) {
            faults.add(new Fault("/code", "must be lower case words apart by hyphens"));
        }
        String said = Typed.text(label);
        if (said.isEmpty() || said.length() > LONGEST_LABEL) {
            faults.add(new Fault("/label", "must have 1 to 200 characters"));
        }
        Optional<TransitionReason> counted =
                Arrays.stream(TransitionReason.values())
                        .filter(one -> one.wireName().equals(refines))
                        .findFirst();
        if (counted.isEmpty()) {
            faults.add(new Fault("/refines", "must be chosen"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Read(typed, said, counted.orElseThrow());
    }

    /** What was typed, understood. */
    record Read(String code, String label, TransitionReason refines) {}
}
