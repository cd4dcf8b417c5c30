package dev.assay.credential.status;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.format.CredentialReader;
import dev.assay.credential.format.ValidityPeriod;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.StatusSource.Answer;
import dev.assay.credential.source.StatusSource.Question;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Statuses in bitstring lists (Bitstring Status List 1.0 §3.2, and its draft of 2021). */
final class BitstringLists {

    private static final Set<String> PURPOSES =
            Set.of("revocation", "suspension", "message", "refresh");
    private static final int MAX_MESSAGE = 100;

    private final DocumentSource documents;
    private final ListVerifier verifier;
    private final CredentialReader reader;
    private final ListMemory memory;
    private final Instant now;
    private final Map<Place, Listing> listings = new HashMap<>();

    BitstringLists(
            DocumentSource documents,
            ListVerifier verifier,
            InputLimits limits,
            ListMemory memory,
            Instant now) {
        this.documents = documents;
        this.verifier = verifier;
        this.memory = memory;
        this.reader = new CredentialReader(limits);
        this.now = now;
    }

    private record Place(URI address, StatusMethod method) {}

    /** What reading a list came to. */
    private sealed interface Listing {
        record Usable(BitstringList list) implements Listing {}

        record Unusable(CheckCode code, String reason) implements Listing {}
    }

    Answer statusOf(Question question, StatusMethod method) {
        var entry = BitstringEntry.read(question.entry());
        if (entry.isEmpty()) {
            return undecided(
                    CheckCode.STATUS_ENTRY_MALFORMED, "the status entry lacks a part it needs");
        }
        if (!PURPOSES.contains(entry.get().purpose())) {
            return undecided(
                    CheckCode.STATUS_TYPE_UNSUPPORTED, "its status has a purpose we do not know");
        }
        var place = new Place(entry.get().list(), method);
        return switch (listings.computeIfAbsent(place, this::read)) {
            case Listing.Unusable(var code, var reason) -> undecided(code, reason);
            case Listing.Usable(var list) -> lookUp(entry.get(), list, question.issuerId());
        };
    }

    private Answer lookUp(BitstringEntry entry, BitstringList list, String issuerId) {
        if (!list.issuerId().equals(issuerId)) {
            return undecided(CheckCode.STATUS_LIST_FOREIGN, "the status list is somebody else's");
        }
        if (!list.purposes().contains(entry.purpose())) {
            return undecided(
                    CheckCode.STATUS_LIST_MALFORMED, "the status list serves another purpose");
        }
        if (!list.bits().isLongEnough(entry.size())) {
            return undecided(
                    CheckCode.STATUS_LIST_MALFORMED,
                    "the status list is shorter than the standard allows");
        }
        var status = list.bits().status(entry.index(), entry.size());
        if (status.isEmpty()) {
            return undecided(
                    CheckCode.STATUS_INDEX_OUT_OF_RANGE,
                    "the status list ends before this credential");
        }
        return answer(entry, list, status.getAsInt());
    }

    private static Answer answer(BitstringEntry entry, BitstringList list, int status) {
        var meaning = entry.messageOf(status).map(BitstringLists::shortened);
        if (status != 0) {
            var said = meaning.map(text -> " The list says: " + text + ".").orElse("");
            switch (entry.purpose()) {
                case "revocation" -> {
                    return new Answer.Revoked("The issuer has revoked the credential." + said);
                }
                case "suspension" -> {
                    return new Answer.Suspended(
                            "The issuer has suspended the credential." + said, list.until());
                }
                case "message" -> {
                    // What a message means for the credential is for a person to say.
                    return undecided(
                            CheckCode.STATUS_MESSAGE,
                            "its status is a message: " + meaning.orElse("number " + status));
                }
                default -> {} // refresh: a newer version exists, this one stands
            }
        }
        // Whoever serves lists could serve another list of the same issuer at this address. Such a
        // list may convict, for its issuer signed the bit, but does not clear.
        return list.id().filter(id -> !id.equals(entry.list().toString())).isPresent()
                ? undecided(
                        CheckCode.STATUS_LIST_FOREIGN,
                        "the list at that address is another one of the issuer's")
                : new Answer.Clear(list.until());
    }

    private static String shortened(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }

    private Listing read(Place place) {
        return switch (documents.fetch(place.address())) {
            case DocumentSource.Answer.Gone() ->
                    new Listing.Unusable(
                            CheckCode.STATUS_LIST_UNAVAILABLE, "the status list was withdrawn");
            case DocumentSource.Answer.Unavailable(var reason) ->
                    new Listing.Unusable(CheckCode.STATUS_LIST_UNAVAILABLE, reason);
            case DocumentSource.Answer.Found found -> remembered(place, found.content());
        };
    }

    private Listing remembered(Place place, byte[] content) {
        var proven = memory.find(place.address(), place.method(), content);
        if (proven.isPresent()) {
            return new Listing.Usable(proven.get());
        }
        var listing = read(place, content);
        if (listing instanceof Listing.Usable(var list)) {
            memory.remember(place.address(), place.method(), content, list);
        }
        return listing;
    }

    private Listing read(Place place, byte[] content) {
        return switch (reader.read(content)) {
            case CredentialReader.Reading.Credential(var document) ->
                    read(document, verifier.verify(content), place.method());
            case CredentialReader.Reading.Malformed _,
                    CredentialReader.Reading.OpenBadge2 _,
                    CredentialReader.Reading.Selective _,
                    CredentialReader.Reading.Unsupported _,
                    CredentialReader.Reading.NoCredential _ ->
                    malformed("the status list is no credential");
        };
    }

    private Listing read(
            CredentialDocument document, VerificationReport report, StatusMethod method) {
        if (report.outcome() != Outcome.VERIFIED) {
            return unverified(report);
        }
        var claims = document.claims();
        var subject = document.subject();
        if (!JsonTree.hasType(claims, method.credentialType())
                || subject.filter(s -> JsonTree.hasType(s, method.subjectType())).isEmpty()) {
            return malformed("the status list is of another kind");
        }
        var encoded = JsonTree.text(subject.get(), "encodedList");
        var issuer = document.issuerId();
        if (encoded.isEmpty() || issuer.isEmpty()) {
            return malformed("the status list has no list in it, or names nobody");
        }
        return switch (Bitstring.decode(encoded.get())) {
            case Bitstring.Decoded.Malformed() -> malformed("the status list cannot be inflated");
            case Bitstring.Decoded.TooLarge() ->
                    new Listing.Unusable(
                            CheckCode.STATUS_LIST_TOO_LARGE, "the status list is too long");
            case Bitstring.Decoded.Bits(var bits) ->
                    new Listing.Usable(
                            new BitstringList(
                                    JsonTree.text(claims, "id"),
                                    issuer.get(),
                                    Set.copyOf(JsonTree.texts(subject.get(), "statusPurpose")),
                                    bits,
                                    until(document, subject.get())));
        };
    }

    private static Listing unverified(VerificationReport report) {
        if (report.check(CheckName.VALIDITY).outcome() == CheckOutcome.FAILED) {
            return new Listing.Unusable(
                    CheckCode.STATUS_LIST_EXPIRED, "the status list is out of date");
        }
        var faults =
                report.checks().stream()
                        .filter(c -> c.name().required())
                        .filter(c ->
                                c.outcome() == CheckOutcome.FAILED
                                        || c.outcome() == CheckOutcome.INDETERMINATE)
                        .map(c -> c.name().wireName() + " " + c.code().wireName())
                        .toList();
        return new Listing.Unusable(
                CheckCode.STATUS_LIST_UNVERIFIED,
                "the status list itself did not check out (" + String.join(", ", faults) + ")");
    }

    /** The end of the list's own time: its {@code ttl} in milliseconds, or its end of validity. */
    private Optional<Instant> until(CredentialDocument document, JsonNode subject) {
        var ttl = subject.path("ttl");
        var byTtl =
                ttl.isIntegralNumber() && ttl.canConvertToInt() && ttl.intValue() > 0
                        ? Optional.of(now.plus(Duration.ofMillis(ttl.intValue())))
                        : Optional.<Instant>empty();
        return Stream.of(byTtl, ValidityPeriod.of(document).until())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Listing malformed(String reason) {
        return new Listing.Unusable(CheckCode.STATUS_LIST_MALFORMED, reason);
    }

    private static Answer undecided(CheckCode code, String reason) {
        return new Answer.Unavailable(code, reason);
    }
}
