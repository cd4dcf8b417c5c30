package dev.assay.credential.report;

/**
 * The verdict of one rule.
 *
 * @param detail wording for people; may change, must not be branched on, carries no personal data
 */
public record Check(CheckName name, CheckOutcome outcome, CheckCode code, String detail) {

    public static Check passed(CheckName name, String detail) {
        return new Check(name, CheckOutcome.PASSED, CheckCode.OK, detail);
    }

    public static Check failed(CheckName name, CheckCode code, String detail) {
        return new Check(name, CheckOutcome.FAILED, code, detail);
    }

    public static Check indeterminate(CheckName name, CheckCode code, String detail) {
        return new Check(name, CheckOutcome.INDETERMINATE, code, detail);
    }

    public static Check notApplicable(CheckName name, CheckCode code, String detail) {
        return new Check(name, CheckOutcome.NOT_APPLICABLE, code, detail);
    }

    boolean stands(CheckOutcome wanted) {
        return outcome == wanted;
    }
}
