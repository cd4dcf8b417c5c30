package dev.assay.hiring.webhooks;

/** An endpoint and its new secret, which is shown this once. */
public record NewSecret(Endpoint endpoint, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewSecret[" + endpoint.id() + "]";
    }
}
