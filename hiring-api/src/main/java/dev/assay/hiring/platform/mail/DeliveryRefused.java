package dev.assay.hiring.platform.mail;

/**
 * A mail was not taken. Carries a stable code and, on purpose, no cause: what mail servers say
 * names people.
 */
final class DeliveryRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean forGood;

    private DeliveryRefused(String code, boolean forGood) {
        super(code);
        this.code = code;
        this.forGood = forGood;
    }

    /** Trying later may help. */
    static DeliveryRefused forNow(String code) {
        return new DeliveryRefused(code, false);
    }

    /** Trying the same again cannot help. */
    static DeliveryRefused forGood(String code) {
        return new DeliveryRefused(code, true);
    }

    String code() {
        return code;
    }

    boolean isForGood() {
        return forGood;
    }
}
