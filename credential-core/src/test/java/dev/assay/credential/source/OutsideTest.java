package dev.assay.credential.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.ProofSuite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The guard against other people's networks is the application's; this is what it is asked for. */
@DisplayName("F19: https addresses only, each once, and never many")
class OutsideTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://academy.example/1",
                "https://user:word@academy.example/1",
                "https://academy.example/1#part",
                "https:///1",
                "https:academy.example",
                "file:///etc/passwd",
                "ftp://academy.example/1",
                "jar:https://academy.example/1!/x",
                "//academy.example/1",
                "https://[/1",
                "https://academy example/1",
                ""
            })
    void otherAddressesAreNone(String address) {
        assertThat(HttpsAddress.parse(address)).isEmpty();
    }

    @Test
    void aDocumentIsAskedForOnceHoweverManyChecksNeedIt() {
        var web = new Web();
        var remembered = new RememberedDocuments(web);

        remembered.fetch(URI.create("https://academy.example/1"));
        remembered.fetch(URI.create("https://academy.example/1"));

        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void thirtyTwoAddressesAreEnough() {
        var web = new Web();
        var remembered = new RememberedDocuments(web);
        for (int i = 0; i < 40; i++) {
            remembered.fetch(URI.create("https://academy.example/" + i));
        }

        assertThat(web.asked()).hasSize(32);
        assertThat(remembered.fetch(URI.create("https://academy.example/39")))
                .isInstanceOf(DocumentSource.Answer.Unavailable.class);
    }

    @Test
    void aTranscriptCannotMakeUsCallOnHalfTheWorld() {
        var web = new Web();
        var transcript = Samples.unsigned();
        transcript.putArray("type").add("VerifiableCredential").add("ClrCredential");
        var items =
                transcript
                        .putObject("credentialSubject")
                        .put("id", "did:example:holder")
                        .put("type", "ClrSubject")
                        .putArray("verifiableCredential");
        for (int i = 0; i < 50; i++) {
            var item = Samples.unsigned();
            ((ObjectNode) item.path("issuer")).put("id", "https://host" + i + ".example/issuer");
            items.add(Samples.sign(item));
        }

        Samples.verifier(Samples.NOW, web)
                .verify(
                        Samples.sign(transcript, ProofSuite.EDDSA_JCS_2022)
                                .toString()
                                .getBytes(StandardCharsets.UTF_8),
                        Recipient.none());

        assertThat(web.asked()).hasSizeLessThanOrEqualTo(32);
    }
}
