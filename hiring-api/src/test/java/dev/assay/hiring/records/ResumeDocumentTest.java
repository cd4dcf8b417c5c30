package dev.assay.hiring.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.EmailStatus;
import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.WebSchool;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record says what is proven, what is not and why, and stands up to a verifier. */
class ResumeDocumentTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String ADDRESS = "liv.berg@example.org";
    private static final String SQL = "https://skills.example/sql";

    private final CredentialVerifier verifier =
            CredentialVerifier.create(
                    () -> NOW, DocumentSource.none(), VerificationPolicy.standard());
    private final Ed25519SigningKey platform = Ed25519SigningKey.generate();
    private final Badges school = new Badges();

    @Test
    void tellsAProvenCredentialAsACertificationWithItselfInside() {
        RecordedCredential badge = recorded(school.badge(ADDRESS, SQL));

        ObjectNode record = record(badge);

        JsonNode certification = record.at("/credentialSubject/certifications/0");
        assertThat(certification.path("name").asString()).isEqualTo("A skill at Quayside");
        assertThat(certification.path("status").asString()).isEqualTo("active");
        assertThat(certification.path("firstIssued").asString()).isEqualTo("2026-03-02");
        assertThat(certification.at("/issuingAuthority/name").asString())
                .isEqualTo("Quayside College");
        assertThat(certification.at("/verifications/0/proof/proofValue").asString())
                .startsWith("z");
        assertThat(certification.at("/verifications/1/reference").asString())
                .isEqualTo(record.at("/evidence/0/id").asString());
        assertThat(record.at("/credentialSubject/skills/0/codes/0").asString()).isEqualTo(SQL);
        assertThat(record.at("/credentialSubject/person/name/formattedName").asString())
                .isEqualTo("Liv Berg");
        JsonNode found = record.at("/evidence/0");
        assertThat(found.path("outcome").asString()).isEqualTo("verified");
        assertThat(found.path("proven").asBoolean()).isTrue();
        assertThat(found.path("verifiedAt").asString()).isEqualTo("2026-05-01T08:00:00Z");
    }

    @Test
    void isVerifiedWithEveryCredentialInside() {
        ObjectNode record =
                record(recorded(school.badge(ADDRESS, SQL)), recorded(school.badge(ADDRESS, SQL)));

        VerificationReport report = verified(signed(record));

        assertThat(report.format().wireName()).isEqualTo("ler-rs");
        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(report.parts())
                .extracting(Part::pointer)
                .containsExactly(
                        "/credentialSubject/certifications/0/verifications/0",
                        "/credentialSubject/certifications/1/verifications/0");
    }

    @Test
    void failsAVerifierOnceAWordOfItIsChanged() {
        ObjectNode record = signed(record(recorded(school.badge(ADDRESS, SQL))));
        ((ObjectNode) record.at("/evidence/0")).put("verifiedAt", "2026-05-02T08:00:00Z");

        assertThat(verified(record).check(CheckName.PROOF).outcome().wireName())
                .isEqualTo("failed");
    }

    @Test
    void neverTellsAForgedCredentialAsProven() {
        assertNotProven(recorded(Badges.altered(school.badge(ADDRESS, SQL))), "proof-failed");
    }

    @Test
    void neverTellsWhatCouldNotBeCheckedAsProven() {
        RecordedCredential unreachable = recorded(new WebSchool().badge(ADDRESS, SQL));

        assertThat(unreachable.credential().report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertNotProven(unreachable, "could-not-check");
    }

    @Test
    void neverTellsSomebodyElsesCredentialAsProven() {
        RecordedCredential anothers = recorded(school.badge("other@example.org", SQL));

        assertThat(anothers.credential().report().outcome()).isEqualTo(Outcome.VERIFIED);
        assertNotProven(anothers, "subject-mismatch");
    }

    @Test
    void neverTellsACredentialToAnAddressNobodyConfirmedAsProven() {
        ObjectNode badge = school.badge(ADDRESS, SQL);
        var recipient = new Recipient(Set.of(), Set.of(ADDRESS), Set.of());

        assertNotProven(
                recorded(badge.toString(), verifier.verify(bytes(badge), recipient)),
                "email-unconfirmed");
    }

    @Test
    void neverTellsWhatHasEndedSinceItWasVerifiedAsProven() {
        ObjectNode badge =
                school.issue(
                        school.award(ADDRESS)
                                .withValidUntil(NOW)
                                .withSkill(SQL, "A skill", OptionalInt.empty()));
        var whenItWasGood =
                CredentialVerifier.create(
                        () -> NOW.minusSeconds(60),
                        DocumentSource.none(),
                        VerificationPolicy.standard());

        RecordedCredential ended =
                recorded(badge.toString(), whenItWasGood.verify(bytes(badge), recipient()));

        assertThat(ended.objection(NOW.minusSeconds(1))).isEmpty();
        assertNotProven(ended, "expired");
    }

    @Test
    void tellsOfTwoVersionsTheOneThatStands() {
        RecordedCredential newer = recorded(school.badge(ADDRESS, SQL));

        assertNotProven(
                new RecordedCredential(newer.credential(), true, newer.document()), "superseded");
    }

    @Test
    void tellsAPendingCredentialOfWhichThereIsNothingYet() {
        assertNotProven(
                new RecordedCredential(
                        stored(VerificationReport.pending("not here yet")),
                        false,
                        Optional.empty()),
                "could-not-check");
    }

    @Test
    void holdsATokenAsAnEnvelope() {
        ObjectNode badge = school.badge(ADDRESS, SQL);
        VerificationReport report = verifier.verify(bytes(badge), recipient());

        JsonNode record = record(recorded("eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln", report));

        JsonNode inside = record.at("/credentialSubject/certifications/0/verifications/0");
        assertThat(inside.path("type").asString()).isEqualTo("EnvelopedVerifiableCredential");
        assertThat(inside.path("id").asString())
                .isEqualTo("data:application/vc+jwt,eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln");
    }

    @Test
    void tellsAPictureWithoutHoldingIt() {
        ObjectNode badge = school.badge(ADDRESS, SQL);
        VerificationReport report = verifier.verify(bytes(badge), recipient());

        JsonNode record = record(recorded("\u0089PNG", report));

        JsonNode verifications = record.at("/credentialSubject/certifications/0/verifications");
        assertThat(verifications.size()).isEqualTo(1);
        assertThat(verifications.at("/0/reference").isString()).isTrue();
    }

    @Test
    void holdsNoMoreCredentialsThanAVerifierLooksInto() {
        RecordedCredential badge = recorded(school.badge(ADDRESS, SQL));
        RecordedCredential[] many = new RecordedCredential[ResumeDocument.MOST_INSIDE + 1];
        Arrays.fill(many, badge);

        JsonNode certifications = record(many).at("/credentialSubject/certifications");

        assertThat(certifications.size()).isEqualTo(ResumeDocument.MOST_INSIDE + 1);
        assertThat(certifications.get(ResumeDocument.MOST_INSIDE - 1).path("verifications").size())
                .isEqualTo(2);
        assertThat(certifications.get(ResumeDocument.MOST_INSIDE).path("verifications").size())
                .isEqualTo(1);
    }

    @Test
    void saysNothingOfWhatTheEmployerThinksOfIssuers() {
        assertThat(record(recorded(school.badge(ADDRESS, SQL))).path("evidence").toString())
                .doesNotContain("issuer-trust");
    }

    private void assertNotProven(RecordedCredential credential, String reason) {
        ObjectNode record = record(credential);
        assertThat(record.at("/credentialSubject/certifications").size()).isZero();
        assertThat(record.at("/credentialSubject/skills").size()).isZero();
        assertThat(record.at("/evidence/0/proven").asBoolean()).isFalse();
        assertThat(record.at("/evidence/0/reason").asString()).isEqualTo(reason);
        assertThat(verified(signed(record)).outcome()).isEqualTo(Outcome.VERIFIED);
    }

    private ObjectNode record(RecordedCredential... credentials) {
        var id = new CandidateId(NewIds.next());
        var candidate =
                new Candidate(
                        id,
                        "Liv",
                        "Berg",
                        new Email(ADDRESS),
                        EmailStatus.ASSERTED,
                        null,
                        NOW,
                        Version.FIRST,
                        Optional.empty(),
                        id,
                        false);
        return new ResumeDocument(platform.didKey(), UUID.randomUUID(), NOW)
                .unsigned(candidate, List.of(credentials));
    }

    private ObjectNode signed(ObjectNode record) {
        return DataIntegritySigner.create(platform, ProofSuite.EDDSA_JCS_2022).sign(record, NOW);
    }

    private VerificationReport verified(ObjectNode record) {
        return verifier.verify(bytes(record), new Recipient(Set.of(), Set.of(), Set.of()));
    }

    private RecordedCredential recorded(ObjectNode badge) {
        return recorded(badge.toString(), verifier.verify(bytes(badge), recipient()));
    }

    private static RecordedCredential recorded(String document, VerificationReport report) {
        return new RecordedCredential(
                stored(report),
                false,
                Optional.of(new SubmittedDocument(document.getBytes(UTF_8), "application/json")));
    }

    private static StoredCredential stored(VerificationReport report) {
        return new StoredCredential(
                new CredentialId(NewIds.next()),
                new ApplicationId(NewIds.next()),
                new CandidateId(NewIds.next()),
                NOW,
                Optional.empty(),
                Instant.parse("2026-05-01T08:00:00Z"),
                report,
                Optional.empty());
    }

    private static Recipient recipient() {
        return new Recipient(Set.of(ADDRESS), Set.of(), Set.of());
    }

    private static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(UTF_8);
    }
}
