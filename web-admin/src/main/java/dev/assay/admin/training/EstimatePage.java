package dev.assay.admin.training;

import dev.assay.admin.shell.Crumb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one application's candidate would cost to train.
 *
 * @param estimate null where the job names no role to estimate by
 * @param problem why there is none, in words
 */
record EstimatePage(
        String applicationId,
        String candidate,
        List<Crumb> trail,
        String jobTitle,
        @Nullable Estimate estimate,
        String problem) {

    EstimatePage {
        trail = List.copyOf(trail);
    }

    /**
     * The estimate in words and figures, all of one currency.
     *
     * @param summary three lines for who reads no tables
     */
    record Estimate(
            String currency,
            List<String> summary,
            List<Part> parts,
            Part total,
            List<Module> modules,
            List<Share> shares,
            List<Bar> bars,
            List<Ceiling> ceilings,
            List<Assumption> assumptions,
            List<String> warnings,
            String basis,
            String digest) {

        Estimate {
            summary = List.copyOf(summary);
            parts = List.copyOf(parts);
            modules = List.copyOf(modules);
            shares = List.copyOf(shares);
            bars = List.copyOf(bars);
            ceilings = List.copyOf(ceilings);
            assumptions = List.copyOf(assumptions);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * One kind of cost.
     *
     * @param expectedWidth of the drawing, {@value #WIDTH} wide for the dearest kind
     * @param savingWidth beside it
     */
    record Part(
            String name,
            String baseline,
            String expected,
            String saving,
            int expectedWidth,
            int savingWidth,
            String sentence) {

        static final int WIDTH = 480;
    }

    /** One module, and what becomes of it. */
    record Module(String name, String decision, String coverage, String baseline, String cost) {}

    /** What one credential saves. */
    record Share(String credential, @Nullable String href, String saving) {}

    /** The saving with one input alone low and high. */
    record Bar(String input, String atP10, String atP90) {}

    /** How much more pay the saving covers. */
    record Ceiling(String years, String percent) {}

    /** A line of the ledger. */
    record Assumption(
            String input, String value, String unit, String source, String date, String owner) {}
}
