package dev.assay.hiring.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandedInTest {

    private static final byte[] NOTHING = {};

    @Test
    void isNothingWhereNothingWasFilledIn() {
        assertThat(HandedIn.of(NOTHING, " \n ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{\"a\":1}, application/vc+ld+json",
        "'  \uFEFF {\"a\":1}', application/vc+ld+json",
        "<svg/>, image/svg+xml",
        "' eyJh.eyJi.c2ln ', application/vc+jwt"
    })
    void tellsByItsBeginningWhatAFileIs(String file, String type) {
        assertThat(HandedIn.of(file.getBytes(UTF_8), ""))
                .hasValueSatisfying(found ->
                        assertThat(((SubmittedDocument) found).mediaType()).isEqualTo(type));
    }

    @Test
    void takesAnImageAsItIs() {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

        assertThat(HandedIn.of(image, "")).contains(new SubmittedDocument(image, "image/png"));
    }

    @Test
    void takesPastedTextWithoutTheSpaceAroundIt() {
        assertThat(HandedIn.of(NOTHING, "\n eyJh.eyJi.c2ln\n"))
                .contains(
                        new SubmittedDocument(
                                "eyJh.eyJi.c2ln".getBytes(UTF_8), "application/vc+jwt"));
        assertThat(HandedIn.of(NOTHING, " HTTPS://badges.example/7 "))
                .contains(new CredentialAddress("HTTPS://badges.example/7"));
    }

    @Test
    void prefersTheFile() {
        assertThat(HandedIn.of("{}".getBytes(UTF_8), "https://badges.example/7"))
                .hasValueSatisfying(
                        found -> assertThat(found).isInstanceOf(SubmittedDocument.class));
    }
}
