package dev.assay.hiring.insights;

/** What to know before believing a figure; the code is stable. */
public record Caution(String code, String text) {

    static final Caution SELF_SELECTION =
            new Caution(
                    "self-selection",
                    "People with credentials chose to get them, and recruiters saw who had them: an"
                            + " association, and no cause.");

    static Caution few(long n) {
        return new Caution(
                "few",
                n == 0 ? "There is nothing to count so far." : "Only " + n + " are counted.");
    }

    static final Caution SAMPLE =
            new Caution("sample", "Only the newest applications were looked into.");

    static final Caution BY_WORDS =
            new Caution(
                    "by-words",
                    "Credentials count as about generative AI by their own words; no format says it otherwise.");
}
