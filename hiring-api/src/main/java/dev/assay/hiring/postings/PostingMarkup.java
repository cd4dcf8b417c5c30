package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.skills.OwnSkill;
import dev.assay.hiring.skills.Skill;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A posting as schema.org JobPosting in JSON-LD, for search engines: with the skills asked for as
 * DefinedTerm by their URIs, and the credentials that show them.
 */
final class PostingMarkup {

    private static final JsonMapper JSON = new JsonMapper();

    private PostingMarkup() {}

    /** JSON that may stand in a script element, whatever is in it. */
    static String of(Posting posting, URI page) {
        return JSON.writeValueAsString(tree(posting, page))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    static ObjectNode tree(Posting posting, URI page) {
        JobContent job = posting.job().content();
        ObjectNode markup = typed("JobPosting");
        markup.put("@context", "https://schema.org/");
        markup.put("title", job.title());
        markup.put("description", FeedText.html(job.description()));
        markup.put("datePosted", posting.openedAt().toString());
        Instant last = job.validThrough();
        put(markup, "validThrough", last == null ? null : last.toString());
        markup.put("employmentType", job.employmentType().name());
        markup.put("inLanguage", job.language());
        markup.put("totalJobOpenings", job.openings());
        markup.put("url", page.toString());
        markup.put("directApply", posting.job().status() == JobStatus.OPEN);
        markup.set("hiringOrganization", organization(posting));
        ObjectNode identifier = typed("PropertyValue");
        identifier.put("name", posting.employer().name());
        identifier.put("value", posting.job().id().toString());
        markup.set("identifier", identifier);
        places(markup, job);
        PayRange pay = job.salary();
        if (pay != null) {
            markup.set("baseSalary", pay(pay));
        }
        if (!job.requirements().isEmpty()) {
            skills(markup, posting);
        }
        return markup;
    }

    private static ObjectNode organization(Posting posting) {
        ObjectNode organization = typed("Organization");
        organization.put("name", posting.employer().name());
        put(organization, "sameAs", posting.profile().website());
        put(organization, "logo", posting.profile().logo());
        return organization;
    }

    /** Fully remote, the places are those somebody may work from. */
    private static void places(ObjectNode markup, JobContent job) {
        if (job.workplaceType() == WorkplaceType.REMOTE) {
            markup.put("jobLocationType", "TELECOMMUTE");
            ArrayNode countries = markup.putArray("applicantLocationRequirements");
            job.locations().stream()
                    .map(Location::country)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(country -> countries.add(typed("Country").put("name", country)));
            return;
        }
        ArrayNode places = markup.putArray("jobLocation");
        for (Location place : job.locations()) {
            ObjectNode address = typed("PostalAddress");
            put(address, "addressLocality", place.city());
            put(address, "addressRegion", place.region());
            put(address, "postalCode", place.postalCode());
            put(address, "addressCountry", place.country());
            ObjectNode where = typed("Place");
            where.set("address", address);
            places.add(where);
        }
    }

    private static ObjectNode pay(PayRange pay) {
        ObjectNode value = typed("QuantitativeValue");
        if (pay.min() != null) {
            value.put("minValue", pay.min());
        }
        if (pay.max() != null) {
            value.put("maxValue", pay.max());
        }
        value.put("unitText", pay.unit().name());
        ObjectNode amount = typed("MonetaryAmount");
        amount.put("currency", pay.currency().getCurrencyCode());
        amount.set("value", value);
        return amount;
    }

    private static void skills(ObjectNode markup, Posting posting) {
        ArrayNode skills = markup.putArray("skills");
        ObjectNode credential = typed("EducationalOccupationalCredential");
        credential.put("credentialCategory", "Micro-credential or digital badge, verifiable");
        ArrayNode shown = credential.putArray("competencyRequired");
        for (Requirement asked : posting.job().content().requirements()) {
            skills.add(term(posting, posting.skill(asked)));
            shown.add(term(posting, posting.skill(asked)));
        }
        markup.set("qualifications", credential);
    }

    /** An employer's own skills are in a set of the employer's. */
    private static ObjectNode term(Posting posting, Skill skill) {
        ObjectNode term = typed("DefinedTerm");
        term.put("@id", skill.uri().toString());
        term.put("name", skill.label());
        term.put("url", skill.uri().toString());
        boolean own = skill.framework().equals(OwnSkill.FRAMEWORK);
        term.set(
                "inDefinedTermSet",
                typed("DefinedTermSet")
                        .put("name", own ? posting.employer().name() : skill.framework()));
        return term;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", type);
    }

    private static void put(ObjectNode node, String member, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(member, value);
        }
    }
}
