package dev.assay.admin.browser;

import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.issue.StatusListIssuer;
import dev.assay.credential.issue.StatusListIssuer.StatusList;
import dev.assay.credential.issue.StatusPurpose;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.issuers.IssuerContent;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Importance;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Jobs at Harbor that a test has for itself, with issuers nobody else has. */
final class Openings {

    private static final URI SKILL = URI.create("https://skills.example/assaying");

    private final ConsoleUnderTest console;
    private final Actor hana;

    private Openings(ConsoleUnderTest console) {
        this.console = console;
        this.hana = console.administratorOf(Organization.HARBOR_ANALYTICS);
    }

    /**
     * A job with two applicants.
     *
     * @param unheard the application whose only badge is of the unknown issuer
     */
    record Opening(JobId job, ApplicationId unheard, String unknownIssuer, String unknownIssuerId) {

        String rankingPath() {
            return "/console/jobs/" + job + "/ranking";
        }

        String applicationPath() {
            return "/console/applications/" + unheard;
        }
    }

    /**
     * Robin's badge is of an issuer that is known, and no better; Kim's is of one that nobody has
     * registered.
     */
    static Opening withAnUnknownIssuer(ConsoleUnderTest console, String title) {
        return new Openings(console).open(title);
    }

    /** Noa's badge is of a trusted issuer, and only its text speaks of the skill. */
    static Opening withAnUnreadAchievement(ConsoleUnderTest console, String title) {
        return new Openings(console).unread(title);
    }

    /** Lou's badge counts, and may be revoked; Robin's is of an issuer that is known, no better. */
    static Revocable withABadgeThatMayBeRevoked(ConsoleUnderTest console, String title) {
        return new Openings(console).revocable(title);
    }

    /** One that nobody has applied to. */
    static JobId withoutApplicants(ConsoleUnderTest console, String title) {
        return new Openings(console).post(title);
    }

    /** An opening with a badge, and what revokes it. */
    record Revocable(Opening opening, Runnable revocation) {}

    private Revocable revocable(String title) {
        Ed25519SigningKey key = Ed25519SigningKey.generate();
        var trusted = OpenBadgeIssuer.create(key, "College of " + title);
        register(trusted, IssuerTier.TRUSTED);
        String list = "https://college.example/status/" + UUID.randomUUID();
        publish(key, list, Set.of());
        JobId job = post(title);
        var known = issuer("Known to " + title);
        register(known, IssuerTier.KNOWN);
        apply(job, "Robin", "Known", known);
        BadgeAward award =
                BadgeAward.of(
                                "urn:uuid:" + UUID.randomUUID(),
                                "https://achievements.example/assaying",
                                "Assaying",
                                "lou@applicants.example",
                                "salt",
                                Instant.now().minus(Duration.ofDays(30)))
                        .withSkill(SKILL.toString(), "Assaying", OptionalInt.empty())
                        .withStatus(StatusPurpose.REVOCATION, list, 7);
        return new Revocable(
                new Opening(
                        job,
                        apply(job, "Lou", "Revoked", trusted, award),
                        trusted.name(),
                        trusted.id()),
                () -> publish(key, list, Set.of(7)));
    }

    private void publish(Ed25519SigningKey key, String list, Set<Integer> revoked) {
        console.publish(
                list,
                StatusListIssuer.create(key)
                        .issue(
                                StatusList.of(
                                        list,
                                        StatusPurpose.REVOCATION,
                                        revoked,
                                        Instant.now().minus(Duration.ofDays(30))))
                        .toString());
    }

    private Opening unread(String title) {
        var trusted = issuer("School of " + title);
        register(trusted, IssuerTier.TRUSTED);
        JobId job = post(title);
        String email = "noa@applicants.example";
        BadgeAward award =
                BadgeAward.of(
                        "urn:uuid:" + UUID.randomUUID(),
                        "https://achievements.example/" + UUID.randomUUID(),
                        "Assaying by " + title,
                        email,
                        "salt",
                        Instant.now().minus(Duration.ofDays(30)));
        return new Opening(
                job, apply(job, "Noa", "Unread", trusted, award), trusted.name(), trusted.id());
    }

    private void register(OpenBadgeIssuer issuer, IssuerTier tier) {
        console.bean(Issuers.class)
                .register(
                        hana,
                        new IssuerContent(
                                List.of(issuer.id()),
                                issuer.name(),
                                tier,
                                null,
                                List.of(IssuerContent.ALL),
                                null,
                                null,
                                null));
    }

    private Opening open(String title) {
        var known = issuer("Known to " + title);
        var unknown = issuer("Guild of " + title);
        register(known, IssuerTier.KNOWN);
        JobId job = post(title);
        apply(job, "Robin", "Known", known);
        return new Opening(
                job, apply(job, "Kim", "Unheard", unknown), unknown.name(), unknown.id());
    }

    private static OpenBadgeIssuer issuer(String name) {
        return OpenBadgeIssuer.create(Ed25519SigningKey.generate(), name);
    }

    private JobId post(String title) {
        Skills skills = console.bean(Skills.class);
        skills.add(List.of(new Skills.NewSkill(SKILL, "Assaying", "Test")));
        var skill = skills.resolve(hana, new SkillReference.ByUri(SKILL)).orElseThrow();
        Jobs jobs = console.bean(Jobs.class);
        Job draft =
                jobs.create(
                        hana,
                        new JobContent(
                                title,
                                "Tell gold from brass.",
                                null,
                                "en",
                                List.of(),
                                WorkplaceType.ONSITE,
                                EmploymentType.FULL_TIME,
                                1,
                                null,
                                false,
                                null,
                                null,
                                List.of(
                                        new Requirement(
                                                skill.id(), new Importance(5), true, null, null))));
        jobs.change(hana, draft.id(), draft.version(), draft.content(), JobStatus.OPEN);
        return draft.id();
    }

    private ApplicationId apply(JobId job, String given, String family, OpenBadgeIssuer issuer) {
        String email = given.toLowerCase(Locale.ROOT) + "@applicants.example";
        BadgeAward award =
                BadgeAward.of(
                                "urn:uuid:" + UUID.randomUUID(),
                                "https://achievements.example/assaying",
                                "Assaying",
                                email,
                                "salt",
                                Instant.now().minus(Duration.ofDays(30)))
                        .withSkill(SKILL.toString(), "Assaying", OptionalInt.empty());
        return apply(job, given, family, issuer, award);
    }

    private ApplicationId apply(
            JobId job, String given, String family, OpenBadgeIssuer issuer, BadgeAward award) {
        String email = given.toLowerCase(Locale.ROOT) + "@applicants.example";
        byte[] badge = issuer.issue(award).toString().getBytes(StandardCharsets.UTF_8);
        return console.bean(Intake.class)
                .submit(
                        hana,
                        job,
                        new Submission(
                                new NewCandidate(given, family, new Email(email), true, null),
                                List.of(new SubmittedDocument(badge, "application/vc+ld+json")),
                                new ApplicationSource("direct", null),
                                badge))
                .application()
                .id();
    }
}
