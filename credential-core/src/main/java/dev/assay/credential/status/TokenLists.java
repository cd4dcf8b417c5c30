package dev.assay.credential.status;

import dev.assay.credential.did.IssuerKeys;
import dev.assay.credential.did.KeyDirectory;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.jwt.JwtClaims;
import dev.assay.credential.key.Certificates;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.HttpsAddress;
import dev.assay.credential.source.StatusSource.Answer;
import dev.assay.credential.source.StatusSource.Question;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Token Status List (draft 18), in its JWT form. The list must be signed by a key of the
 * credential's own issuer and say that it is the list of that address. The CBOR form (CWT) is
 * recognised, and decides nothing.
 */
final class TokenLists {

    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8);
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ", "x5c");
    private static final String TYPE = "statuslist+jwt";
    private static final int TAG_SIGNED = 0xd2; // CBOR tag 18, COSE_Sign1
    private static final int FOUR_PARTS = 0x84; // the same without its tag
    private static final int MAP = 0xa0; // of fewer than sixteen entries

    private final DocumentSource documents;
    private final IssuerKeys keys;
    private final StrictJson json;
    private final Instant now;

    TokenLists(DocumentSource documents, InputLimits limits, Instant now) {
        this.documents = documents;
        this.keys = new IssuerKeys(new KeyDirectory(documents), now);
        this.json = StrictJson.within(limits);
        this.now = now;
    }

    Answer statusOf(Question question) {
        var address = JsonTree.text(question.entry(), "uri").flatMap(HttpsAddress::parse);
        var index = question.entry().path("idx");
        boolean usable =
                index.isIntegralNumber() && index.canConvertToInt() && index.intValue() >= 0;
        if (address.isEmpty() || !usable) {
            return undecided(
                    CheckCode.STATUS_ENTRY_MALFORMED, "the status entry lacks a part it needs");
        }
        return switch (documents.fetch(address.get())) {
            case DocumentSource.Answer.Gone() ->
                    undecided(CheckCode.STATUS_LIST_UNAVAILABLE, "the status list was withdrawn");
            case DocumentSource.Answer.Unavailable(var reason) ->
                    undecided(CheckCode.STATUS_LIST_UNAVAILABLE, reason);
            case DocumentSource.Answer.Found found -> {
                var text = new String(found.content(), StandardCharsets.ISO_8859_1).strip();
                if (CompactJwt.parse(text, json) instanceof CompactJwt.Parsed.Token(var token)) {
                    yield inList(
                            token, address.get().toString(), index.intValue(), question.issuerId());
                }
                yield isCbor(found)
                        ? undecided(
                                CheckCode.STATUS_TYPE_UNSUPPORTED,
                                "the status list is in CBOR, which we do not read")
                        : undecided(CheckCode.STATUS_LIST_MALFORMED, "the status list is no token");
            }
        };
    }

    /** By what the host says, or by how a CWT begins (RFC 9052 §4.2), or a list without one. */
    private static boolean isCbor(DocumentSource.Answer.Found found) {
        var type = found.contentType().toLowerCase(Locale.ROOT);
        byte[] content = found.content();
        int first = content.length == 0 ? 0 : content[0] & 0xff;
        boolean begins = first == TAG_SIGNED || first == FOUR_PARTS || (first & 0xf0) == MAP;
        return type.contains("cwt") || type.contains("cbor") || begins;
    }

    private Answer inList(CompactJwt token, String address, int index, String issuerId) {
        var header = token.header();
        if (!HEADER.containsAll(header.propertyNames())
                || JsonTree.text(header, "typ").filter(TYPE::equals).isEmpty()) {
            return undecided(CheckCode.STATUS_LIST_MALFORMED, "the token there is no status list");
        }
        if (JsonTree.text(token.payload(), "sub").filter(address::equals).isEmpty()) {
            return undecided(
                    CheckCode.STATUS_LIST_FOREIGN, "the list at that address is another one");
        }
        var signedAt = JwtClaims.instant(token.payload(), "iat");
        var candidate =
                keys.resolveByMetadata(
                        issuerId,
                        JsonTree.text(header, "kid"),
                        Certificates.leaf(header).map(Certificates.Leaf::key),
                        signedAt.orElse(now));
        boolean fits =
                candidate
                        .key()
                        .filter(k ->
                                JsonTree.text(header, "alg")
                                        .filter(k.kind().jwsAlgorithm()::equals)
                                        .isPresent())
                        .filter(k -> k.verifies(token.signingInput(), token.signature()))
                        .isPresent();
        if (!fits || candidate.binding().outcome() != CheckOutcome.PASSED) {
            return undecided(
                    CheckCode.STATUS_LIST_UNVERIFIED,
                    "the status list is not proven to be the issuer's");
        }
        var end = JwtClaims.instant(token.payload(), "exp");
        if (signedAt.isEmpty() || end.filter(at -> !now.isBefore(at)).isPresent()) {
            return undecided(CheckCode.STATUS_LIST_EXPIRED, "the status list is out of date");
        }
        return inList(token.payload(), index, until(token.payload(), end));
    }

    private Optional<Instant> until(JsonNode payload, Optional<Instant> end) {
        var ttl = payload.path("ttl");
        var byTtl =
                ttl.isIntegralNumber() && ttl.canConvertToInt() && ttl.intValue() > 0
                        ? Optional.of(now.plus(Duration.ofSeconds(ttl.intValue())))
                        : Optional.<Instant>empty();
        return Stream.of(byTtl, end).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static Answer inList(JsonNode payload, int index, Optional<Instant> until) {
        var list = payload.path("status_list");
        int bits = list.path("bits").asInt(0);
        var encoded = JsonTree.text(list, "lst");
        if (!SIZES.contains(bits) || encoded.isEmpty()) {
            return undecided(CheckCode.STATUS_LIST_MALFORMED, "the status list has no list in it");
        }
        var inflated = inflate(encoded.get());
        if (inflated.isEmpty()) {
            return undecided(CheckCode.STATUS_LIST_MALFORMED, "the status list cannot be inflated");
        }
        if (inflated.get().length > Bitstring.MAX_BYTES) {
            return undecided(CheckCode.STATUS_LIST_TOO_LARGE, "the status list is too long");
        }
        var status = status(inflated.get(), index, bits);
        if (status.isEmpty()) {
            return undecided(
                    CheckCode.STATUS_INDEX_OUT_OF_RANGE,
                    "the status list ends before this credential");
        }
        return switch (status.getAsInt()) {
            case 0 -> new Answer.Clear(until);
            case 1 -> new Answer.Revoked("The issuer has revoked the credential.");
            case 2 -> new Answer.Suspended("The issuer has suspended the credential.", until);
            default ->
                    undecided(
                            CheckCode.STATUS_MESSAGE,
                            "its status is one of the issuer's own: " + status.getAsInt());
        };
    }

    /** Stops one byte past the limit, however small the list came. */
    static Optional<byte[]> inflate(String encoded) {
        try (var in =
                new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded)))) {
            return Optional.of(in.readNBytes(Bitstring.MAX_BYTES + 1));
        } catch (IllegalArgumentException | IOException _) {
            return Optional.empty(); // not base64url, or not zlib
        }
    }

    /** The first status is in the lowest bits of the first byte (§4.1). */
    static OptionalInt status(byte[] list, int index, int bits) {
        long first = (long) index * bits;
        if (first + bits > list.length * 8L) {
            return OptionalInt.empty();
        }
        int octet = list[(int) (first / 8)] & 0xff;
        return OptionalInt.of((octet >> (int) (first % 8)) & ((1 << bits) - 1));
    }

    private static Answer undecided(CheckCode code, String reason) {
        return new Answer.Unavailable(code, reason);
    }
}
