package dev.assay.hiring.scoring.engine;

/** How far the employer trusts whoever vouches for an item. */
public enum AuthorityTier {
    /** The employer refuses this issuer. Always counts nothing. */
    BLOCKED("blocked", false),
    /** Nobody has registered this issuer. Always counts nothing: anyone can sign for himself. */
    UNKNOWN("unknown", false),
    /** Its identity is certain, its way of assessing is not. */
    KNOWN("known", false),
    /** A known organisation that checks who its learners are. */
    TRUSTED("trusted", true),
    /** Its assessment is reviewed or accredited. */
    RECOGNISED("recognised", true),
    /** The employer itself, with a rubric and a named rater; only for what it recorded. */
    EMPLOYER("employer", true);

    private final String code;
    private final boolean trustedOrBetter;

    AuthorityTier(String code, boolean trustedOrBetter) {
        this.code = code;
        this.trustedOrBetter = trustedOrBetter;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }

    /** Whether an item of this tier may meet a must-have and may stand open. */
    public boolean trustedOrBetter() {
        return trustedOrBetter;
    }
}
