package dev.assay.trainingcost;

/**
 * What a reader should know before trusting an estimate.
 *
 * @param field the path of the input concerned, or {@code saving}
 * @param text for people; may change, so never branch on it
 */
public record Warning(Code code, String field, String text) {

    /** Stable codes. */
    public enum Code {
        /** The source of a value is more than 18 months old. */
        SOURCE_OLD("source-old"),
        /** Nobody said where a value comes from. */
        SOURCE_MISSING("source-missing"),
        /** P90 is more than ten times P10. */
        RANGE_WIDE("range-wide"),
        /** The saving is above what employers usually report. */
        ABOVE_SURVEY("above-survey"),
        /** The model was never compared with what training did cost. */
        NOT_CALIBRATED("not-calibrated"),
        /** The comparison rests on fewer than 20 trainings. */
        FEW_ACTUALS("few-actuals"),
        /** A credential was left out, since its standing could not be checked. */
        EVIDENCE_UNCHECKED("evidence-unchecked"),
        /** A credential was left out, since it is revoked or no longer valid. */
        EVIDENCE_LAPSED("evidence-lapsed"),
        /** Repaying training or paying by credential is limited by law in many places. */
        OFFER_LAW("offer-law");

        private final String wireName;

        Code(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
