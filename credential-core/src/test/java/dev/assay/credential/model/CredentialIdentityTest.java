package dev.assay.credential.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("F21: which credentials are versions of one, and which of them stands")
class CredentialIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/i, https://a.example/1, true",
        "https://a.example/i, ' https://a.example/1 ', true",
        "https://a.example/i, https://a.example/%31, true",
        "https://a.example/%69, https://a.example/1, true",
        "https://a.example/i, https://a.example/2, false",
        "https://b.example/i, https://a.example/1, false",
        "https://a.example/i, HTTPS://a.example/1, false",
        "https://a.example/i, https://a.example/%zz, false"
    })
    void goByIssuerAndIdWithoutEncodingAndSpace(String issuer, String id, boolean same) {
        var one = credential("https://a.example/i", "https://a.example/1", null);

        assertThat(CredentialIdentity.areSame(one, credential(issuer, id, null))).isEqualTo(same);
    }

    @Test
    void takeAPlusForAPlus() {
        assertThat(
                        CredentialIdentity.areSame(
                                credential("i:i", "urn:a+b", null),
                                credential("i:i", "urn:a b", null)))
                .isFalse();
        assertThat(
                        CredentialIdentity.areSame(
                                credential("i:i", "urn:a+b", null),
                                credential("i:i", "urn:a%2Bb", null)))
                .isTrue();
    }

    @Test
    void areNoneWithoutAnId() {
        var nameless = credential("i:i", null, null);

        assertThat(CredentialIdentity.areSame(nameless, nameless)).isFalse();
    }

    @Test
    void standInTheNewestVersion() {
        var undated = credential("i:i", "urn:1", null);
        var older = credential("i:i", "urn:1", Instant.EPOCH);
        var newer = credential("i:i", "urn:1", Instant.EPOCH.plusSeconds(1));

        assertThat(CredentialIdentity.newest(List.of(older, newer, undated))).contains(newer);
        assertThat(CredentialIdentity.newest(List.of(undated, older))).contains(older);
        assertThat(CredentialIdentity.newest(List.of())).isEmpty();
    }

    private static CredentialSummary credential(
            String issuer, @Nullable String id, @Nullable Instant from) {
        return new CredentialSummary(
                Optional.ofNullable(id),
                Optional.empty(),
                new Party(issuer, Optional.empty()),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
