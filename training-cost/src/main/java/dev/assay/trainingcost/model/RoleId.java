package dev.assay.trainingcost.model;

/** Names a role profile. */
public record RoleId(String value) implements Comparable<RoleId> {

    public RoleId {
        FieldCheck.text("id", value);
    }

    @Override
    public int compareTo(RoleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
