package dev.assay.credential.fuzz;

import dev.assay.credential.did.IssuerBinding;
import dev.assay.credential.did.IssuerKeys;
import dev.assay.credential.did.KeyDirectory;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.key.KeyFinder;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.source.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An issuer's own documents: a DID document, a key set, metadata, and a DID that is its own key.
 */
public final class DidDocumentTarget {

    private static final String ISSUER = "did:web:academy.example";
    private static final VerificationKey FOREIGN =
            Multikey.decode(Samples.key(99).publicKeyMultibase()).orElseThrow();

    private DidDocumentTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(DidDocumentTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        var directory =
                new KeyDirectory(_ -> new DocumentSource.Answer.Found(data, "application/json"));
        directory.find(ISSUER + "#key-1");
        directory.find("did:jwk:" + text);
        directory.find("did:key:" + text);
        directory.find(text);
        var keys = new IssuerKeys(directory, Samples.NOW);
        keys.resolve("https://academy.example/1", Optional.of("1"), Optional.empty(), Samples.NOW);
        keys.resolveByMetadata(
                "https://academy.example/1", Optional.of("1"), Optional.empty(), Samples.NOW);
        var binding =
                new IssuerBinding(directory, Samples.NOW)
                        .check(ISSUER, ISSUER + "#key-1", FOREIGN, Samples.NOW);
        boolean listed =
                directory.find(ISSUER + "#key-1") instanceof KeyFinder.Answer.Found(var key)
                        && key.sameAs(FOREIGN);
        Genuine.require(
                binding.outcome() != CheckOutcome.PASSED || listed,
                "a key that nobody listed was bound");
    }

    static List<byte[]> seeds() {
        var multibase = Samples.KEY.publicKeyMultibase();
        return Genuine.bytes(
                """
                {"id":"did:web:academy.example","alsoKnownAs":["https://academy.example/1"],
                 "verificationMethod":[{"id":"#key-1","controller":"did:web:academy.example",
                 "type":"Multikey","publicKeyMultibase":"%s","expires":"2027-01-01T00:00:00Z"}],
                 "assertionMethod":["#key-1"]}\
                """
                        .formatted(multibase),
                "{\"issuer\":\"https://academy.example/1\",\"jwks\":{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\","
                        + "\"kid\":\"1\",\"x\":\"TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc\","
                        + "\"y\":\"ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ\"}]}}",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
                multibase,
                "eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IkFBQUEifQ");
    }
}
