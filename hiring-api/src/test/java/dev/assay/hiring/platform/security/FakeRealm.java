package dev.assay.hiring.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A realm of our own that signs whatever it is asked to: the tokens a real Keycloak would never
 * give out. It can be switched off like one that has an outage.
 */
final class FakeRealm implements AutoCloseable {

    private final HttpServer server;
    private final List<RSAKey> shown = new CopyOnWriteArrayList<>();
    private volatile RSAKey key;
    private volatile boolean paused;

    FakeRealm() {
        try {
            key = newKey();
            shown.add(key);
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(
                "/realms/assay/protocol/openid-connect/certs",
                exchange -> {
                    byte[] keys =
                            paused
                                    ? new byte[0]
                                    : new JWKSet(List.<JWK>copyOf(shown))
                                            .toPublicJWKSet()
                                            .toString()
                                            .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(paused ? 503 : 200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
        server.start();
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/realms/assay");
    }

    /** What a good token of this person says. */
    JWTClaimsSet.Builder claims(UUID subject, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .subject(subject.toString())
                .audience("assay-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    String signed(JWTClaimsSet claims) {
        return signedBy(key, claims);
    }

    /** Signed under this realm's key id by somebody who does not have its key. */
    String forged(JWTClaimsSet claims) {
        try {
            return signedBy(new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(), claims);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What a verifier that trusts the header's algorithm would take for an HMAC secret. */
    byte[] publicKey() {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** From now on signs with a new key, and shows the earlier ones beside it; returns its id. */
    String rotate() {
        RSAKey next = newKey();
        shown.addFirst(next);
        key = next;
        return next.getKeyID();
    }

    /** Shows a key no longer. */
    void retire(String keyId) {
        shown.removeIf(old -> old.getKeyID().equals(keyId));
    }

    /** Answers 503 until it is {@link #resume() resumed}. */
    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    String keyId() {
        return key.getKeyID();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("realm-key-" + UUID.randomUUID()).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String signedBy(RSAKey key, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
