package dev.assay.hiring.testkit;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Harbor's registry of issuers, in the hands of its HR admin. */
public final class Registry {
    private final ApiClient admin;

    public Registry(ApiClient api) {
        this.admin = api.as(Person.HANA);
    }

    /** Registers an issuer with a voice of its own. */
    public ApiAnswer register(String issuerId, String tier) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.putArray("ids").add(issuerId);
        entry.put("name", "An issuer " + UUID.randomUUID()).put("tier", tier);
        return admin.post("/v1/issuers", entry.toString()).expect(201);
    }

    /** Changes an entry that was answered before. */
    public ApiAnswer change(ApiAnswer entry, String mergePatch) {
        return admin.patch("/v1/issuers/" + entry.id(), entry.etag(), mergePatch).expect(200);
    }
}
