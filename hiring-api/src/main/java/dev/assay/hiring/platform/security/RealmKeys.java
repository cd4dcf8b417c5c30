package dev.assay.hiring.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The realm's signing keys, kept for ten minutes, refreshed ahead of that, and asked for anew when
 * a token names one that is not among them, so that a rotated key works at once. While Keycloak is
 * away the keys that are known go on for the tolerance; a key that is not known stays unknown, and
 * once the tolerance has passed nothing is believed any more.
 */
final class RealmKeys implements JWKSource<SecurityContext> {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;
    private static final int MAXIMUM_BYTES = 256 * 1024;
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(10);

    private final JWKSetSource<SecurityContext> keys;
    private final Clock clock;

    private RealmKeys(JWKSetSource<SecurityContext> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Fetches nothing yet: a node starts while Keycloak is away. */
    static RealmKeys of(IdentityProperties identity, Clock clock) throws MalformedURLException {
        var retriever =
                new DefaultResourceRetriever(
                        CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, MAXIMUM_BYTES);
        JWKSource<SecurityContext> source =
                JWKSourceBuilder.<SecurityContext>create(identity.keys().toURL(), retriever)
                        .cache(TIME_TO_LIVE.toMillis(), REFRESH_TIMEOUT.toMillis())
                        .rateLimited(true)
                        .retrying(true)
                        .outageTolerant(identity.keyOutageTolerance().toMillis())
                        .build();
        return new RealmKeys(
                ((JWKSetBasedJWKSource<SecurityContext>) source).getJWKSetSource(), clock);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        JWKSet known = keys(JWKSetCacheRefreshEvaluator.noRefresh(), context);
        List<JWK> selected = selector.select(known);
        if (!selected.isEmpty()) {
            return selected;
        }
        return selector.select(
                keys(JWKSetCacheRefreshEvaluator.referenceComparison(known), context));
    }

    @SuppressWarnings("NullAway") // a context is optional there, though not annotated so
    private JWKSet keys(JWKSetCacheRefreshEvaluator refresh, @Nullable SecurityContext context)
            throws KeySourceException {
        return keys.getJWKSet(refresh, clock.millis(), context);
    }
}
