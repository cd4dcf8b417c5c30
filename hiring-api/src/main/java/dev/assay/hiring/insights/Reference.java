package dev.assay.hiring.insights;

import java.util.List;

/**
 * What a survey says, to be shown as a line beside what happened here; never an input of anything.
 *
 * @param about the figure it stands beside
 */
public record Reference(String about, String claim, String source) {

    private static final String SURVEY =
            "Coursera, Micro-Credentials Impact Report 2025: employers' own word, commissioned by a"
                    + " vendor, asked December 2024 to January 2025; read through the press";

    private static final Reference COST =
            new Reference("cost", "up to 20 % lower first-year training cost", SURVEY);
    private static final Reference PROFICIENCY =
            new Reference("proficiency", "91 % see higher proficiency", SURVEY);
    private static final Reference PREMIUM =
            new Reference("premium", "9 in 10 would pay more, usually 10 to 15 %", SURVEY);
    private static final Reference ADVANCEMENT =
            new Reference("advancement", "96 % say it strengthens an application", SURVEY);

    static List<Reference> ofTraining() {
        return List.of(COST, PROFICIENCY, PREMIUM);
    }

    static List<Reference> ofHires() {
        return List.of(PROFICIENCY, PREMIUM);
    }

    static List<Reference> ofAdvancement() {
        return List.of(ADVANCEMENT);
    }
}
