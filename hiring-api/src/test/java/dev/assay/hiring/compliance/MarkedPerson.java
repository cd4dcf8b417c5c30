package dev.assay.hiring.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.hiring.testkit.Badges;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Somebody whose every field is a word that occurs nowhere else. */
record MarkedPerson(Badges school, String skill) {

    static final String GIVEN = "Mkq-Given-Ünal";
    static final String FAMILY = "Mkq-Family-Ødegård";
    static final String EMAIL = "Mkq.Address@marker.example";
    static final String PHONE = "+99 0142 887 mkq";
    static final String ANSWER = "Mkq-Answer-why";
    static final String ATTACHMENT = "Mkq-Attachment-text";
    static final String CONSENT = "Mkq-Consent-text";
    static final String CHANNEL = "Mkq-Channel";
    static final String REFERENCE = "Mkq-Reference-77";
    static final String BADGE = "Mkq-Badge-name";
    static final String DESCRIPTION = "Mkq-Description-of-it";
    static final String NARRATIVE = "Mkq-Narrative-of-it";
    static final String SCHOOL = "Mkq-School-of-one";
    static final String BADGE_ID = "urn:uuid:4d6b712d-7061-4d6b-8712-d6964c0ffee1";
    static final String AWAY = "https://nobody.example/Mkq-Address-of-badge";
    static final String OVERRIDE = "Mkq-Override-in-words";
    static final String BROKEN = "Mkq-Broken-thing";

    /** What is in plain columns while the person is there. */
    static final List<String> READABLE =
            List.of(GIVEN, FAMILY, EMAIL, PHONE, CHANNEL, REFERENCE, SCHOOL, OVERRIDE);

    /** What is sealed from the first. */
    static final List<String> SEALED =
            List.of(
                    ANSWER,
                    ATTACHMENT,
                    CONSENT,
                    BADGE,
                    DESCRIPTION,
                    NARRATIVE,
                    BADGE_ID,
                    BROKEN,
                    AWAY);

    static List<String> everything() {
        return Stream.concat(READABLE.stream(), SEALED.stream()).toList();
    }

    /** The submission, with a badge that is genuine, documents that are nothing, and an address. */
    ObjectNode submission() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("candidate")
                .put("givenName", GIVEN)
                .put("familyName", FAMILY)
                .put("email", EMAIL)
                .put("emailVerified", true)
                .put("phone", PHONE);
        var credentials = body.putArray("credentials");
        credentials.addObject().set("document", badge());
        credentials.addObject().putObject("document").put("id", BROKEN).put(BROKEN, BROKEN);
        credentials.addObject().put("document", "eyJ." + BROKEN + ".x");
        credentials.addObject().put("url", AWAY);
        body.putArray("answers").addObject().put("question", "Why?").put("answer", ANSWER);
        body.putArray("attachments")
                .addObject()
                .put("name", ATTACHMENT + ".txt")
                .put("content", Base64.getEncoder().encodeToString(ATTACHMENT.getBytes(UTF_8)));
        body.putArray("consents").add(CONSENT);
        body.putObject("source").put("channel", CHANNEL).put("reference", REFERENCE);
        return body;
    }

    private ObjectNode badge() {
        ObjectNode badge =
                school.issue(school.award(EMAIL).withSkill(skill, "A skill", OptionalInt.of(4)));
        badge.put("id", BADGE_ID).put("name", BADGE);
        badge.withObjectProperty("issuer").put("name", SCHOOL);
        ObjectNode achievement =
                badge.withObjectProperty("credentialSubject").withObjectProperty("achievement");
        achievement.put("name", BADGE).put("description", DESCRIPTION);
        achievement.withObjectProperty("criteria").put("narrative", NARRATIVE);
        return school.signed(badge);
    }
}
