package dev.assay.credential.model;

/** A level of the European Qualifications Framework, 1 to 8. */
public record EqfLevel(int value) {

    public EqfLevel {
        if (value < 1 || value > 8) {
            throw new IllegalArgumentException(
                    "an EQF level must be between 1 and 8, but is " + value);
        }
    }
}
