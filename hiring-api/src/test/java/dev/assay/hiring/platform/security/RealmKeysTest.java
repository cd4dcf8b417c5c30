package dev.assay.hiring.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The realm's keys while the realm rotates them or is away, on a clock that the test moves. */
class RealmKeysTest {

    private static final Duration TOLERANCE = Duration.ofHours(4);

    private final FakeRealm realm = new FakeRealm();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final RealmKeys keys;

    RealmKeysTest() throws MalformedURLException {
        keys =
                RealmKeys.of(
                        new IdentityProperties(
                                realm.issuer(), "assay-api", Duration.ofSeconds(30), TOLERANCE),
                        clock);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    @Test
    void knowsTheKeyOfTheRealm() throws KeySourceException {
        assertThat(find(realm.keyId())).hasSize(1);
    }

    @Test
    void knowsNothingOfAKeyThatIsNotTheRealms() throws KeySourceException {
        assertThat(find("another")).isEmpty();
    }

    @Test
    void goesOnWhileTheRealmIsAwayForTenMinutesAndLongAfterItsCacheRanOut()
            throws KeySourceException {
        find(realm.keyId());
        realm.close();

        for (Duration away :
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(11), Duration.ofMinutes(200))) {
            now = now.plus(away);
            assertThat(find(realm.keyId())).as("after %s more", away).hasSize(1);
        }
    }

    @Test
    void believesNothingOnceTheToleranceHasPassed() throws KeySourceException {
        find(realm.keyId());
        realm.close();

        now = now.plus(TOLERANCE).plus(Duration.ofMinutes(11));

        assertThatThrownBy(() -> find(realm.keyId())).isInstanceOf(KeySourceException.class);
    }

    @Test
    void neverBelievesAnUnknownKeyBecauseTheRealmIsAway() throws KeySourceException {
        find(realm.keyId());
        realm.close();

        assertThat(find("another")).isEmpty();
        assertThat(find(realm.keyId())).as("the known one goes on").hasSize(1);
    }

    @Test
    void knowsNothingAtAllWhenItStartsWhileTheRealmIsAway() {
        realm.close();

        assertThatThrownBy(() -> find(realm.keyId())).isInstanceOf(KeySourceException.class);
    }

    @Test
    void takesANewKeyAtOnceAndKeepsTheOldOneAsLongAsTheRealmShowsIt() throws KeySourceException {
        String first = realm.keyId();
        find(first);

        String second = realm.rotate();

        assertThat(find(second)).hasSize(1);
        assertThat(find(first)).hasSize(1);

        realm.retire(first);
        now = now.plus(Duration.ofMinutes(11));

        assertThat(find(second)).hasSize(1);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(find(first)).isEmpty();
    }

    @Test
    void isBackToNormalWhenTheRealmIs() throws KeySourceException {
        find(realm.keyId());
        realm.pause();
        now = now.plus(Duration.ofMinutes(11));
        find(realm.keyId());
        realm.resume();
        now = now.plus(Duration.ofMinutes(11));

        String next = realm.rotate();

        assertThat(find(next)).hasSize(1);
    }

    private List<JWK> find(String keyId) throws KeySourceException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
        return keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
    }
}
