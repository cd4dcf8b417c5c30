package dev.assay.credential.status;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.issue.StatusListIssuer;
import dev.assay.credential.issue.StatusListIssuer.StatusList;
import dev.assay.credential.issue.StatusPurpose;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** F9: status lists decide, and only when they are the issuer's, in order and in date. */
@DisplayName("F9: status lists")
class StatusListsTest {

    private static final String LIST = "https://status.example/lists/1";
    private static final String OTHER_LIST = "https://status.example/lists/2";
    private static final int INDEX = 94_567;

    @Nested
    class ABitstringList {

        @Test
        void clearsABadgeWhoseBitIsNotSet() {
            var report = verify(revocable(), web(list(INDEX - 1, INDEX + 1)));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(check(report, CheckName.STATUS)).isEqualTo("passed ok");
        }

        @Test
        void revokesABadgeWhoseBitIsSet() {
            var report = verify(revocable(), web(list(INDEX)));

            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(check(report, CheckName.STATUS)).isEqualTo("failed revoked");
            assertThat(report.ignoreReason()).contains(IgnoreReason.REVOKED);
        }

        @Test
        void suspendsABadgeWhenThatIsItsPurpose() {
            var badge = badge(StatusPurpose.SUSPENSION, LIST);

            var report = verify(badge, web(list(StatusPurpose.SUSPENSION, INDEX)));

            assertThat(check(report, CheckName.STATUS)).isEqualTo("failed suspended");
            assertThat(report.ignoreReason()).contains(IgnoreReason.SUSPENDED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 7, 8, 131_071})
        void hasItsFirstBitHighestInTheFirstByte(int index) {
            var badge = issue(award -> award.withStatus(StatusPurpose.REVOCATION, LIST, index));

            assertThat(status(badge, web(list(index)))).isEqualTo("failed revoked");
            assertThat(status(badge, web(list(131_071 - index)))).isEqualTo("passed ok");
        }

        @Test
        void isAskedForEveryEntryOfABadge() {
            var badge =
                    issue(award ->
                            award.withStatus(StatusPurpose.REVOCATION, LIST, INDEX)
                                    .withStatus(StatusPurpose.SUSPENSION, OTHER_LIST, 5));
            var clear = list(StatusPurpose.REVOCATION);
            var suspended = issuedList(OTHER_LIST, StatusPurpose.SUSPENSION, Set.of(5));

            assertThat(status(badge, web(clear).with(OTHER_LIST, suspended)))
                    .isEqualTo("failed suspended");
            assertThat(status(badge, web(clear)))
                    .isEqualTo("indeterminate status-list-unavailable");
        }

        @Test
        void isFetchedOnceForSeveralEntries() {
            var badge =
                    issue(award ->
                            award.withStatus(StatusPurpose.REVOCATION, LIST, 1)
                                    .withStatus(StatusPurpose.REVOCATION, LIST, 2));
            var web = web(list(3));

            assertThat(status(badge, web)).isEqualTo("passed ok");
            assertThat(web.asked()).hasSize(1);
        }

        @Test
        void mayComeAsAToken() {
            var issuer = Tokens.es256();
            var badge = Samples.unsigned();
            badge.put("issuer", issuer.did());
            badge.set("credentialStatus", entry());
            var listed = unsignedList(INDEX).put("issuer", issuer.did());
            var web = new Web().with(LIST, issuer.token(issuer.header(), listed));

            var report =
                    Samples.verifier(Samples.NOW, web)
                            .verify(
                                    issuer.token(issuer.header(), badge)
                                            .getBytes(StandardCharsets.US_ASCII),
                                    Recipient.none());

            assertThat(check(report, CheckName.STATUS)).isEqualTo("failed revoked");
        }

        @Test
        void saysWhenToLookAgain() {
            var end = Samples.NOW.plus(Duration.ofDays(1));

            assertThat(until(Optional.empty(), Optional.empty())).isEmpty();
            assertThat(until(Optional.of(end), Optional.empty())).contains(end);
            assertThat(until(Optional.of(end), Optional.of(Duration.ofMinutes(5))))
                    .contains(Samples.NOW.plus(Duration.ofMinutes(5)));
            assertThat(until(Optional.of(end), Optional.of(Duration.ofDays(2)))).contains(end);
        }

        private static Optional<Instant> until(Optional<Instant> end, Optional<Duration> ttl) {
            var list =
                    issuer().issue(
                                    new StatusList(
                                            LIST,
                                            StatusPurpose.REVOCATION,
                                            Set.of(),
                                            Samples.FROM,
                                            end,
                                            ttl));
            var report = verify(revocable(), web(list));
            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            return report.statusUntil();
        }
    }

    /** Nothing here may end in "passed". */
    @Nested
    class IsUndecided {

        @Test
        void whenTheListIsUnreachable() {
            var report = verify(revocable(), new Web());

            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(check(report, CheckName.STATUS))
                    .isEqualTo("indeterminate status-list-unavailable");
            assertThat(report.ignoreReason()).contains(IgnoreReason.COULD_NOT_CHECK);
        }

        @Test
        void whenTheListWasAltered() {
            var list = list(INDEX);
            ((ObjectNode) list.path("credentialSubject"))
                    .set("encodedList", list(1).path("credentialSubject").path("encodedList"));

            assertThat(status(revocable(), web(list)))
                    .isEqualTo("indeterminate status-list-unverified");
        }

        @Test
        void whenTheListHasNoProof() {
            assertThat(status(revocable(), web(unsignedList())))
                    .isEqualTo("indeterminate status-list-unverified");
        }

        @Test
        void whenTheListIsSomebodyElses() {
            var foreign =
                    StatusListIssuer.create(Samples.key(9))
                            .issue(
                                    StatusList.of(
                                            LIST,
                                            StatusPurpose.REVOCATION,
                                            Set.of(),
                                            Samples.FROM));

            assertThat(status(revocable(), web(foreign)))
                    .isEqualTo("indeterminate status-list-foreign");
        }

        @Test
        void whenTheListClaimsTheIssuerButAnotherSignedIt() {
            var forged = unsignedList();
            forged.put("issuer", Samples.KEY.didKey());
            var signed =
                    DataIntegritySigner.create(Samples.key(9), ProofSuite.EDDSA_RDFC_2022)
                            .sign(forged, Samples.FROM);

            assertThat(status(revocable(), web(signed)))
                    .isEqualTo("indeterminate status-list-unverified");
        }

        @Test
        void whenAnotherListOfTheIssuerIsServedInItsPlace() {
            var other = issuedList(OTHER_LIST, StatusPurpose.REVOCATION, Set.of());
            var convicting = issuedList(OTHER_LIST, StatusPurpose.REVOCATION, Set.of(INDEX));

            assertThat(status(revocable(), web(other)))
                    .isEqualTo("indeterminate status-list-foreign");
            assertThat(status(revocable(), web(convicting))).isEqualTo("failed revoked");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-05-31T00:00:00Z, indeterminate status-list-expired",
            "2026-06-02T00:00:00Z, passed ok"
        })
        void whenTheListHasExpired(String end, String expected) {
            var list = Samples.sign(unsignedList().put("validUntil", end));

            assertThat(status(revocable(), web(list))).isEqualTo(expected);
        }

        @Test
        void whenTheListIsNotYetValid() {
            var list = Samples.sign(unsignedList().put("validFrom", "2026-07-01T00:00:00Z"));

            assertThat(status(revocable(), web(list)))
                    .isEqualTo("indeterminate status-list-expired");
        }

        @Test
        void whenTheListServesAnotherPurpose() {
            assertThat(status(revocable(), web(list(StatusPurpose.SUSPENSION))))
                    .isEqualTo("indeterminate status-list-malformed");
        }

        @Test
        void whenTheListHasAStatusOfItsOwn() {
            var list = unsignedList();
            list.set("credentialStatus", entry());

            assertThat(status(revocable(), web(Samples.sign(list))))
                    .isEqualTo("indeterminate status-list-unverified");
        }

        @Test
        void whenTheDocumentIsAnotherCredential() {
            assertThat(status(revocable(), web(Samples.badge())))
                    .isEqualTo("indeterminate status-list-malformed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "no list", "[]", "{}", "{\"a\":1,\"a\":2}"})
        void whenTheDocumentIsNoCredential(String document) {
            assertThat(status(revocable(), new Web().with(LIST, document)))
                    .isEqualTo("indeterminate status-list-malformed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"u", "uH4sI", "uH4sI!!!!", "u0000", "zH4sIAAAA"})
        void whenTheListCannotBeInflated(String encoded) {
            assertThat(status(revocable(), web(encodedAs(encoded))))
                    .isEqualTo("indeterminate status-list-malformed");
        }

        @ParameterizedTest
        @CsvSource({"16384, passed ok", "16383, indeterminate status-list-malformed"})
        void whenTheListIsShorterThanTheStandardAllows(int bytes, String expected) {
            var badge = issue(a -> a.withStatus(StatusPurpose.REVOCATION, LIST, 7));

            assertThat(status(badge, web(encodedAs(zeros(bytes))))).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"16777216, passed ok", "16777217, indeterminate status-list-too-large"})
        void whenTheListInflatesBeyondAllMeasure(int bytes, String expected) {
            assertThat(status(revocable(), web(encodedAs(zeros(bytes))))).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "131071, passed ok",
            "131072, indeterminate status-index-out-of-range",
            "999999999999999, indeterminate status-index-out-of-range",
            "1000000000000000, indeterminate status-entry-malformed",
            "-1, indeterminate status-entry-malformed",
            "1.5, indeterminate status-entry-malformed",
            "007, indeterminate status-entry-malformed",
            "'', indeterminate status-entry-malformed"
        })
        void whenTheIndexIsOutOfRange(String index, String expected) {
            assertThat(status(altered(e -> e.put("statusListIndex", index)), web(list())))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"statusPurpose", "statusListIndex", "statusListCredential"})
        void whenTheEntryLacksAPart(String part) {
            assertThat(status(altered(e -> e.remove(part)), web(list())))
                    .isEqualTo("indeterminate status-entry-malformed");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://status.example/lists/1",
                    "https://status.example/lists/1#fragment",
                    "https://user@status.example/lists/1",
                    "urn:x"
                })
        void whenTheAddressIsNotOneToFetchFrom(String address) {
            var web = web(list());

            assertThat(status(altered(e -> e.put("statusListCredential", address)), web))
                    .isEqualTo("indeterminate status-entry-malformed");
            assertThat(web.asked()).isEmpty();
        }

        @Test
        void whenThePurposeIsUnknown() {
            assertThat(status(altered(e -> e.put("statusPurpose", "probation")), web(list())))
                    .isEqualTo("indeterminate status-type-unsupported");
        }

        @ParameterizedTest
        @ValueSource(strings = {"RevocationList2020Status", "SomethingNew2031"})
        void whenTheTypeIsUnknown(String type) {
            assertThat(status(altered(e -> e.put("type", type)), web(list())))
                    .isEqualTo("indeterminate status-type-unsupported");
        }

        @Test
        void whenThereIsNoKnowingWhichOfTwoTypesIsMeant() {
            var entry = entry();
            entry.putArray("type").add("BitstringStatusListEntry").add("StatusList2021Entry");

            assertThat(status(withStatus(entry), web(list())))
                    .isEqualTo("indeterminate status-type-unsupported");
        }

        @ParameterizedTest
        @CsvSource({"16, passed ok", "17, indeterminate status-not-checked"})
        void whenTheEntriesAreTooMany(int count, String expected) {
            var badge = Samples.unsigned();
            var entries = badge.putArray("credentialStatus");
            for (int i = 0; i < count; i++) {
                entries.add(entry());
            }

            assertThat(status(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022), web(list())))
                    .isEqualTo(expected);
        }
    }

    /** {@code statusSize} above one. */
    @Nested
    class AStatusOfSeveralBits {

        @ParameterizedTest
        @CsvSource({
            "revocation, 0, passed ok",
            "revocation, 1, failed revoked",
            "revocation, 2, failed revoked",
            "message, 0, passed ok",
            "message, 3, indeterminate status-message",
            "refresh, 3, passed ok"
        })
        void isANumberWithItsHighestBitFirst(String purpose, int value, String expected) {
            byte[] bits = new byte[32_768];
            bits[1] = (byte) (value << 4); // status 5 of two bits is bits 10 and 11
            var list = encodedAs(packed(bits), purpose);

            assertThat(status(entryOfTwoBits(purpose, 5), web(list))).isEqualTo(expected);
            assertThat(status(entryOfTwoBits(purpose, 4), web(list))).isEqualTo("passed ok");
        }

        @Test
        void tellsWhatTheIssuerSaysItMeans() {
            byte[] bits = new byte[32_768];
            bits[1] = 0x20;
            var report =
                    verify(entryOfTwoBits("message", 5), web(encodedAs(packed(bits), "message")));

            assertThat(report.check(CheckName.STATUS).detail()).contains("under review");
        }

        @Test
        void makesTheShortestListLonger() {
            assertThat(
                            status(
                                    entryOfTwoBits("revocation", 5),
                                    web(encodedAs(zeros(32_767), "revocation"))))
                    .isEqualTo("indeterminate status-list-malformed");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 17})
        void hasAtMostSixteen(int size) {
            assertThat(status(altered(e -> e.put("statusSize", size)), web(list())))
                    .isEqualTo("indeterminate status-entry-malformed");
        }

        private static ObjectNode entryOfTwoBits(String purpose, int index) {
            var entry = entry();
            entry.put("statusPurpose", purpose).put("statusSize", 2);
            entry.put("statusListIndex", Integer.toString(index));
            var messages = entry.putArray("statusMessage");
            messages.addObject().put("status", "0x0").put("message", "fine");
            messages.addObject().put("status", "0x2").put("message", "under review");
            return withStatus(entry);
        }
    }

    @Nested
    class AListOf2021 {

        @ParameterizedTest
        @CsvSource({"94567, failed revoked", "5, passed ok"})
        void isReadTheSameWay(int set, String expected) {
            var list = Samples.unsignedOfDataModel1();
            list.retain("issuanceDate");
            list.put("issuer", Samples.KEY.didKey());
            list.putArray("@context")
                    .add("https://www.w3.org/2018/credentials/v1")
                    .add("https://w3id.org/vc/status-list/2021/v1")
                    .add("https://w3id.org/security/suites/ed25519-2020/v1");
            list.put("id", LIST);
            list.putArray("type").add("VerifiableCredential").add("StatusList2021Credential");
            byte[] bits = new byte[16_384];
            bits[set / 8] = (byte) (0x80 >> (set % 8));
            list.putObject("credentialSubject")
                    .put("id", LIST + "#list")
                    .put("type", "StatusList2021")
                    .put("statusPurpose", "revocation")
                    .put("encodedList", packed(bits).substring(1));
            var signed = Samples.sign(list, ProofSuite.ED25519_SIGNATURE_2020);

            assertThat(status(withStatus(entry().put("type", "StatusList2021Entry")), web(signed)))
                    .isEqualTo(expected);
        }

        @Test
        void isNoBitstringListOfTheFinalStandard() {
            assertThat(status(withStatus(entry().put("type", "StatusList2021Entry")), web(list())))
                    .isEqualTo("indeterminate status-list-malformed");
        }
    }

    @Nested
    class ARevocationListOf1EdTech {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "[] | passed ok",
                    "[{'id': 'urn:other'}] | passed ok",
                    "[{'id': 'ID'}] | failed revoked",
                    "[{'id': 'urn:other'}, {'id': 'ID', 'revoked': true}] | failed revoked",
                    "[{'id': 'ID', 'revoked': false}] | passed ok",
                    "['ID'] | failed revoked",
                    "'ID' | failed revoked"
                },
                quoteCharacter = '"')
        void namesRevokedCredentials(String revoked, String expected) {
            var id = Samples.award().credentialId();
            var list = list(revoked.replace('\'', '"').replace("ID", id));

            assertThat(status(listed(), web(list))).isEqualTo(expected);
        }

        @Test
        void decidesNothingWhenItIsSomebodyElses() {
            var list = list("[]").put("issuer", "https://other.example");

            assertThat(status(listed(), web(list))).isEqualTo("indeterminate status-list-foreign");
        }

        @Test
        void decidesNothingWithoutAList() {
            var list = list("[]");
            list.remove("revokedCredentials");

            assertThat(status(listed(), web(list)))
                    .isEqualTo("indeterminate status-list-malformed");
        }

        @Test
        void decidesNothingWhenUnreachable() {
            assertThat(status(listed(), new Web()))
                    .isEqualTo("indeterminate status-list-unavailable");
        }

        @Test
        void decidesNothingAboutACredentialWithoutAnId() {
            var badge = listed();
            badge.remove("proof");
            badge.remove("id");

            assertThat(status(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022), web(list("[]"))))
                    .isEqualTo("indeterminate status-entry-malformed");
        }

        private static ObjectNode listed() {
            var badge = Samples.unsigned();
            badge.withArrayProperty("@context")
                    .add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
            badge.putObject("credentialStatus")
                    .put("id", LIST)
                    .put("type", "1EdTechRevocationList");
            return Samples.sign(badge);
        }

        private static ObjectNode list(String revoked) {
            var list = Samples.parse("{\"revokedCredentials\": " + revoked + "}");
            return list.put("id", LIST).put("issuer", Samples.KEY.didKey());
        }
    }

    /** 1EdTech's own files: a number for an index, and a list under another id. */
    @Nested
    class ThePublishedExample {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "credential-status-revoked.json",
                    "credential-status-revoked-blank-nodes.json"
                })
        void isRevoked(String file) {
            var folder = Fixtures.folder("onedtech/ob30/bit-string-list");
            var credential = Fixtures.json(folder.resolve(file));
            var issuer = credential.path("issuer").path("id").stringValue();
            var method = credential.path("proof").path("verificationMethod").stringValue();
            var key = method.substring(method.indexOf('#') + 1);
            var document = Samples.parse("{}").put("id", issuer);
            document.putArray("assertionMethod")
                    .addObject()
                    .put("id", method)
                    .put("type", "Multikey")
                    .put("controller", issuer)
                    .put("publicKeyMultibase", key);
            var web =
                    new Web()
                            .with(issuer, document)
                            .with(
                                    credential
                                            .path("credentialStatus")
                                            .path("statusListCredential")
                                            .stringValue(),
                                    Fixtures.bytes(folder.resolve("testlist")));

            var report = verify(credential, web);

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.STATUS)).isEqualTo("failed revoked");
        }
    }

    private static ObjectNode revocable() {
        return badge(StatusPurpose.REVOCATION, LIST);
    }

    private static ObjectNode badge(StatusPurpose purpose, String list) {
        return issue(award -> award.withStatus(purpose, list, INDEX));
    }

    private static ObjectNode issue(UnaryOperator<BadgeAward> change) {
        return OpenBadgeIssuer.create(Samples.KEY, "Sample Academy")
                .issue(change.apply(Samples.award()));
    }

    private static ObjectNode entry() {
        return (ObjectNode) revocable().path("credentialStatus").path(0).deepCopy();
    }

    private static ObjectNode withStatus(JsonNode entry) {
        var badge = Samples.unsigned();
        badge.set("credentialStatus", entry);
        return Samples.sign(badge, ProofSuite.EDDSA_JCS_2022);
    }

    private static ObjectNode altered(Consumer<ObjectNode> change) {
        var entry = entry();
        change.accept(entry);
        return withStatus(entry);
    }

    private static StatusListIssuer issuer() {
        return StatusListIssuer.create(Samples.KEY);
    }

    private static ObjectNode list(Integer... set) {
        return issuedList(LIST, StatusPurpose.REVOCATION, Set.of(set));
    }

    private static ObjectNode list(StatusPurpose purpose, Integer... set) {
        return issuedList(LIST, purpose, Set.of(set));
    }

    private static ObjectNode issuedList(String address, StatusPurpose purpose, Set<Integer> set) {
        return issuer().issue(StatusList.of(address, purpose, set, Samples.FROM));
    }

    private static ObjectNode unsignedList(Integer... set) {
        return issuer().unsigned(
                        StatusList.of(LIST, StatusPurpose.REVOCATION, Set.of(set), Samples.FROM));
    }

    private static ObjectNode encodedAs(String encoded) {
        return encodedAs(encoded, "revocation");
    }

    private static ObjectNode encodedAs(String encoded, String purpose) {
        var list = unsignedList();
        ((ObjectNode) list.path("credentialSubject"))
                .put("encodedList", encoded)
                .put("statusPurpose", purpose);
        return Samples.sign(list, ProofSuite.EDDSA_JCS_2022);
    }

    private static String zeros(int bytes) {
        return packed(new byte[bytes]);
    }

    private static String packed(byte[] bits) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private static Web web(ObjectNode list) {
        return new Web().with(LIST, list);
    }

    private static String status(ObjectNode badge, Web web) {
        return check(verify(badge, web), CheckName.STATUS);
    }

    private static VerificationReport verify(ObjectNode badge, Web web) {
        return Samples.verifier(Samples.NOW, web)
                .verify(badge.toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
    }
}
