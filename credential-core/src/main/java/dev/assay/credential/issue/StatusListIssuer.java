package dev.assay.credential.issue;

import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Issues bitstring status lists (Bitstring Status List 1.0) of 131,072 statuses of one bit, the
 * least the standard allows, signed in the name of a did:key. Thread-safe.
 */
public final class StatusListIssuer {

    /** How many statuses a list has. */
    public static final int LENGTH = 131_072;

    private final Ed25519SigningKey key;
    private final DataIntegritySigner signer;

    private StatusListIssuer(Ed25519SigningKey key, ProofSuite suite) {
        this.key = key;
        this.signer = DataIntegritySigner.create(key, suite);
    }

    public static StatusListIssuer create(Ed25519SigningKey key) {
        return new StatusListIssuer(key, ProofSuite.EDDSA_RDFC_2022);
    }

    /**
     * A list as it stands at one time.
     *
     * @param address the https address at which it is published, which is also its id
     * @param set the indexes whose bit is set
     * @param validUntil after this nobody may rely on it
     * @param timeToLive how long it may be kept before it is fetched anew
     */
    public record StatusList(
            String address,
            StatusPurpose purpose,
            Set<Integer> set,
            Instant validFrom,
            Optional<Instant> validUntil,
            Optional<Duration> timeToLive) {

        public StatusList {
            set = Set.copyOf(set);
            if (!set.stream().allMatch(index -> index >= 0 && index < LENGTH)) {
                throw new IllegalArgumentException("an index is outside a list of " + LENGTH);
            }
        }

        /** A list without an end of its own. */
        public static StatusList of(
                String address, StatusPurpose purpose, Set<Integer> set, Instant validFrom) {
            return new StatusList(
                    address, purpose, set, validFrom, Optional.empty(), Optional.empty());
        }
    }

    /** The signed list credential. */
    public ObjectNode issue(StatusList list) {
        return signer.sign(unsigned(list), list.validFrom());
    }

    /** The list credential before it is signed. */
    public ObjectNode unsigned(StatusList list) {
        var credential = JsonNodeFactory.instance.objectNode();
        credential.putArray("@context").add("https://www.w3.org/ns/credentials/v2");
        credential.put("id", list.address());
        credential
                .putArray("type")
                .add("VerifiableCredential")
                .add("BitstringStatusListCredential");
        credential.put("issuer", key.didKey());
        credential.put("validFrom", text(list.validFrom()));
        list.validUntil().ifPresent(end -> credential.put("validUntil", text(end)));
        var subject = credential.putObject("credentialSubject");
        subject.put("id", list.address() + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", list.purpose().wireName());
        list.timeToLive().ifPresent(ttl -> subject.put("ttl", ttl.toMillis()));
        subject.put("encodedList", encoded(list.set()));
        return credential;
    }

    private static String encoded(Set<Integer> set) {
        byte[] bits = new byte[LENGTH / 8];
        set.forEach(index -> bits[index / 8] |= (byte) (0x80 >> (index % 8)));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
