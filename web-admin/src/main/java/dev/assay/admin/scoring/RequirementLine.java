package dev.assay.admin.scoring;

import dev.assay.admin.shell.Badge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One requirement of a job as a score met it: the points, the evidence that gives them with what
 * limits it, and the evidence that gives nothing with the reason.
 *
 * @param skill the skill's name
 * @param demand how much it weighs and what is asked, in words
 * @param state whether it is shown, as a badge
 * @param figures strength and points, in words
 * @param bar the requirement alone, as a bar
 */
public record RequirementLine(
        String skill,
        String demand,
        boolean mustHave,
        Badge state,
        String figures,
        ScoreBar bar,
        List<Proof> proofs,
        List<Dismissed> dismissed) {

    public RequirementLine {
        proofs = List.copyOf(proofs);
        dismissed = List.copyOf(dismissed);
    }

    /**
     * Evidence that counts, or would count once our own doubt is settled.
     *
     * @param href where the evidence is shown on the application's page
     * @param open whether it still waits for a check
     */
    public record Proof(
            String title,
            String issuer,
            @Nullable String href,
            boolean open,
            String strength,
            List<Factor> factors) {

        public Proof {
            factors = List.copyOf(factors);
        }
    }

    /** One factor of a strength; the smallest one limits it. */
    public record Factor(String sentence, boolean limiting) {}

    /** Evidence that counts nothing, with the reason in plain words and its stable code. */
    public record Dismissed(
            String title, @Nullable String href, Badge badge, String sentence, String code) {}
}
