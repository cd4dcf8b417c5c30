package dev.assay.trainingcost.model;

/** Names a training module. */
public record ModuleId(String value) implements Comparable<ModuleId> {

    public ModuleId {
        FieldCheck.text("id", value);
    }

    @Override
    public int compareTo(ModuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
