package dev.assay.credential.report;

/** What a credential inside another one is to it. */
public enum PartRole {
    /** One of those it consists of; what came of it decides about the whole. */
    ITEM("item"),
    /** Somebody's good word for it, its issuer or its achievement; told beside it. */
    ENDORSEMENT("endorsement");

    private final String wireName;

    PartRole(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
