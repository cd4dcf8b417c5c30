package dev.assay.credential.model;

/** CLR 2.0 {@code Association}: how one achievement of a transcript stands to another. */
public record Association(Type type, String sourceId, String targetId) {

    /** CLR 2.0 {@code AssociationTypeEnum}. */
    public enum Type {
        EXACT_MATCH_OF("exactMatchOf"),
        EXEMPLAR("exemplar"),
        HAS_SKILL_LEVEL("hasSkillLevel"),
        IS_CHILD_OF("isChildOf"),
        IS_PARENT_OF("isParentOf"),
        IS_PART_OF("isPartOf"),
        IS_PEER_OF("isPeerOf"),
        IS_RELATED_TO("isRelatedTo"),
        PRECEDES("precedes"),
        REPLACED_BY("replacedBy");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
