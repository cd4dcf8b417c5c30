package dev.assay.credential.fuzz;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.StatusSource;
import dev.assay.credential.status.ListMemory;
import dev.assay.credential.status.StatusLists;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A status list of any kind, as if its proof were in order: as a whole, and its bits. */
public final class StatusListTarget {

    private static final String ADDRESS = "https://list.example/1";
    private static final List<String> ENTRIES =
            List.of(
                    """
                    {"type":"BitstringStatusListEntry","statusPurpose":"revocation",
                     "statusListIndex":"7","statusSize":2,
                     "statusListCredential":"https://list.example/1"}\
                    """,
                    """
                    {"type":"StatusList2021Entry","statusPurpose":"suspension",
                     "statusListIndex":"7","statusListCredential":"https://list.example/1"}\
                    """,
                    """
                    {"type":"1EdTechRevocationList","id":"https://list.example/1"}\
                    """,
                    """
                    {"type":"TokenStatusList","idx":7,"uri":"https://list.example/1"}\
                    """);

    private StatusListTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(StatusListTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        look(data);
        var bits = "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(data);
        look(list(bits).getBytes(StandardCharsets.UTF_8));
    }

    private static void look(byte[] document) {
        var lists =
                new StatusLists(
                        address -> new DocumentSource.Answer.Found(document, "application/json"),
                        _ -> inOrder(),
                        InputLimits.standard(),
                        new ListMemory(),
                        Samples.NOW);
        for (var entry : ENTRIES) {
            var answer =
                    lists.statusOf(
                            new StatusSource.Question(
                                    Samples.parse(entry),
                                    "did:example:issuer",
                                    Optional.of("urn:uuid:1")));
            boolean clearForNothing =
                    answer instanceof StatusSource.Answer.Clear && document.length < 40;
            Genuine.require(!clearForNothing, "nothing at all was called clear");
        }
    }

    private static VerificationReport inOrder() {
        return new VerificationReport(
                CredentialFormat.VERIFIABLE_CREDENTIAL,
                Optional.empty(),
                Arrays.stream(CheckName.values()).map(name -> Check.passed(name, "")).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String list(String bits) {
        return """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"id":"%s",
         "type":["VerifiableCredential","BitstringStatusListCredential"],
         "issuer":"did:example:issuer",
         "credentialSubject":{"type":"BitstringStatusList","statusPurpose":"revocation",
         "encodedList":"%s","ttl":1}}\
        """
                .formatted(ADDRESS, bits);
    }

    static List<byte[]> seeds() {
        return Genuine.bytes(
                list("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"),
                "{\"issuer\":\"did:example:issuer\",\"revokedCredential\":[{\"id\":\"urn:uuid:1\"}]}",
                "eyJ0eXAiOiJzdGF0dXNsaXN0K2p3dCJ9.eyJzdWIiOiJodHRwczovL2xpc3QuZXhhbXBsZS8xIn0.AAAA",
                "\u001f\u008b\b\0\0\0\0\0");
    }
}
