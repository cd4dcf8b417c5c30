package dev.assay.hiring.references;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What another system calls a thing: the system's name, and the thing's in it.
 *
 * @param system up to 50 small letters, digits and hyphens
 * @param reference up to 200 letters, digits and {@code . _ : ~ -}
 */
public record ExternalReference(String system, String reference) {

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:~-]{1,200}");

    /**
     * @throws InvalidInput when either has another form
     */
    public ExternalReference {
        List<Fault> faults = new ArrayList<>();
        if (!SYSTEM.matcher(system).matches()) {
            faults.add(new Fault("/system", "must be up to 50 small letters, digits and hyphens"));
        }
        if (!REFERENCE.matcher(reference).matches()) {
            faults.add(
                    new Fault("/reference", "must be up to 200 letters, digits and . _ : ~ or -"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
