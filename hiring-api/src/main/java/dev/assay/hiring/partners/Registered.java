package dev.assay.hiring.partners;

/** A partner and its client's new secret, which is kept nowhere. */
public record Registered(PartnerView view, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Registered[" + view.partner().id() + "]";
    }
}
