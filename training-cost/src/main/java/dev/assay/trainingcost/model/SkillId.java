package dev.assay.trainingcost.model;

/** Names a skill, by the employer's catalogue. */
public record SkillId(String value) implements Comparable<SkillId> {

    public SkillId {
        FieldCheck.text("id", value);
    }

    @Override
    public int compareTo(SkillId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
