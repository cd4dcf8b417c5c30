package dev.assay.hiring.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute which tokens were signed by the realm: a caller sends the same one with
 * every call, and its signature says the same each time. What a token claims is checked anew with
 * each call, so that it ends when it ends. Only what passed is remembered, and no more than some
 * thousand.
 */
final class VerifiedTokens implements JwtDecoder {

    /** Far less than the realm's keys themselves are remembered for. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST = 4_096;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> claims;
    private final Clock clock;
    private final Map<String, Verified> verified =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param decoder checks everything
     * @param claims checks everything but the signature
     */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> claims, Clock clock) {
        this.decoder = decoder;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        Verified known = known(token);
        if (known != null
                && now.isBefore(known.at().plus(REMEMBERED))
                && !claims.validate(known.jwt()).hasErrors()) {
            return known.jwt();
        }
        Jwt jwt = decoder.decode(token);
        remember(token, new Verified(jwt, now));
        return jwt;
    }

    private synchronized @Nullable Verified known(String token) {
        return verified.get(token);
    }

    /** The order is that of being verified, so the eldest goes first. */
    private synchronized void remember(String token, Verified one) {
        verified.remove(token);
        verified.put(token, one);
    }

    private record Verified(Jwt jwt, Instant at) {}
}
