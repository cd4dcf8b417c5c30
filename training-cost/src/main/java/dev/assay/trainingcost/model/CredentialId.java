package dev.assay.trainingcost.model;

/** Names a verified credential. */
public record CredentialId(String value) implements Comparable<CredentialId> {

    public CredentialId {
        FieldCheck.text("id", value);
    }

    @Override
    public int compareTo(CredentialId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
