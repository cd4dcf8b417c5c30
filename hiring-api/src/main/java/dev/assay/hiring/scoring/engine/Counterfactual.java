package dev.assay.hiring.scoring.engine;

/**
 * What would change the score: one more item for one requirement, at the level required, from
 * somebody who has not spoken for it yet. The gain is exact before its one rounding, and comes true
 * when such an item arrives and nothing else changes.
 */
public record Counterfactual(SkillRef skill, Points gain, Road with) {

    /** How such an item can be had. */
    public enum Road {
        /** A credential for the very skill from a trusted issuer, assessment not stated. */
        TRUSTED_CREDENTIAL("trusted-credential", AuthorityTier.TRUSTED, AssessmentMode.NOT_STATED),
        /**
         * A work sample, done under the employer's eyes and rated on a rubric: free for anybody.
         */
        WORK_SAMPLE("work-sample", AuthorityTier.EMPLOYER, AssessmentMode.SUPERVISED_WITH_IDENTITY);

        private final String code;
        private final AuthorityTier tier;
        private final AssessmentMode assessment;

        Road(String code, AuthorityTier tier, AssessmentMode assessment) {
            this.code = code;
            this.tier = tier;
            this.assessment = assessment;
        }

        /** The stable name used in documents. */
        public String code() {
            return code;
        }

        Strength strength(ScoringPolicy policy) {
            return new Factors(
                            policy.tiers().of(tier),
                            policy.alignments().exact(),
                            BasisPoints.FULL,
                            policy.assessments().of(assessment),
                            null)
                    .strength();
        }
    }
}
