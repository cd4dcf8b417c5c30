package dev.assay.hiring.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.testkit.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration LIFE = Duration.ofSeconds(40);

    private final SetClock clock = new SetClock(NOW);
    private final List<String> decoded = new ArrayList<>();
    private final JwtDecoder tokens = new VerifiedTokens(this::decode, this::checked, clock);

    @Test
    void areDecodedOnceWhoeverSendsThem() {
        Jwt first = tokens.decode("long.lived");

        assertThat(tokens.decode("long.lived")).isSameAs(first);
        assertThat(tokens.decode("long.other")).isNotSameAs(first);
        assertThat(decoded).containsExactly("long.lived", "long.other");
    }

    @Test
    void areDecodedAnewAfterAMinute() {
        tokens.decode("long.lived");
        clock.advance(Duration.ofSeconds(59));
        tokens.decode("long.lived");
        assertThat(decoded).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        tokens.decode("long.lived");

        assertThat(decoded).hasSize(2);
    }

    @Test
    void endWhenTheyEnd() {
        tokens.decode("short.lived");
        clock.advance(LIFE);

        assertThatThrownBy(() -> tokens.decode("short.lived")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void areRefusedAgainWhenTheyWereRefused() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }

        assertThat(decoded).containsExactly("forged", "forged");
    }

    @Test
    void areForgottenRatherThanAllKept() {
        tokens.decode("long.first");
        for (int i = 0; i < 4_095; i++) {
            tokens.decode("long." + i);
        }
        tokens.decode("long.first");
        assertThat(decoded).hasSize(4_096);

        tokens.decode("long.one-more");
        tokens.decode("long.first");

        assertThat(decoded).hasSize(4_098);
    }

    private Jwt decode(String token) {
        decoded.add(token);
        Instant end = token.startsWith("short") ? NOW.plus(LIFE) : NOW.plusSeconds(3_600);
        Jwt jwt =
                Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject("somebody")
                        .expiresAt(end)
                        .build();
        if (token.equals("forged") || checked(jwt).hasErrors()) {
            throw new BadJwtException("refused");
        }
        return jwt;
    }

    private OAuth2TokenValidatorResult checked(Jwt jwt) {
        return clock.instant().isBefore(jwt.getExpiresAt())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("expired"));
    }
}
