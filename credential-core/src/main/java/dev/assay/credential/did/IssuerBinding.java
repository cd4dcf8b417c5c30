package dev.assay.credential.did;

import static dev.assay.credential.report.CheckName.KEY_BINDING;

import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a key is the issuer's own. A valid signature says nothing about that: the key must be the
 * one an issuer's did:key or did:jwk contains, or be listed for assertions in the issuer's own
 * controller document, under an id and controller that fit (Controlled Identifiers 1.0 §3.3; Open
 * Badges 3.0 Implementation Guide, key provenance).
 */
public final class IssuerBinding {

    private final KeyDirectory directory;
    private final Instant now;

    public IssuerBinding(KeyDirectory directory, Instant now) {
        this.directory = directory;
        this.now = now;
    }

    /**
     * Passes only for a key that the issuer itself has or lists.
     *
     * @param signedAt when the proof says it was made; a key that had expired by then is refused,
     *     one that expired later is not
     */
    public Check check(
            String issuerId, String verificationMethod, VerificationKey key, Instant signedAt) {
        var url = KeyUrl.parse(verificationMethod);
        boolean ownController = url.controller().equals(issuerId);
        if (KeyUrl.isSelfCertifying(issuerId)) {
            return ownController
                    ? Check.passed(KEY_BINDING, "The issuer's identifier is this key.")
                    : mismatch();
        }
        return switch (directory.documentOf(issuerId)) {
            case KeyDirectory.Lookup.Read(var document) -> {
                var home = otherName(document, issuerId, url.controller()).orElse(document);
                var name = home.equals(document) ? issuerId : home.id();
                yield inDocument(home, name, verificationMethod, key, signedAt);
            }
            case KeyDirectory.Lookup.Unavailable(var reason) ->
                    ownController
                            ? undecided(CheckCode.ISSUER_DOCUMENT_UNAVAILABLE, reason)
                            : mismatch();
            case KeyDirectory.Lookup.Unusable(var reason) ->
                    ownController
                            ? undecided(CheckCode.ISSUER_DOCUMENT_UNUSABLE, reason)
                            : mismatch();
            case KeyDirectory.Lookup.NoAddress() ->
                    ownController
                            ? undecided(CheckCode.ISSUER_ID_UNSUPPORTED, "no method to resolve it")
                            : mismatch();
        };
    }

    /**
     * The document of the key's controller, if that is another name of the issuer's: both documents
     * must say so ({@code alsoKnownAs}, Controlled Identifiers 1.0 §2.1.3), or anybody could take a
     * name.
     */
    private Optional<ControllerDocument> otherName(
            ControllerDocument document, String issuerId, String controller) {
        boolean claimed =
                document.id().equals(issuerId)
                        && !controller.equals(issuerId)
                        && document.alsoKnownAs().contains(controller);
        return claimed
                        && directory.documentOf(controller)
                                instanceof KeyDirectory.Lookup.Read(var other)
                        && other.id().equals(controller)
                        && other.alsoKnownAs().contains(issuerId)
                ? Optional.of(other)
                : Optional.empty();
    }

    private Check inDocument(
            ControllerDocument document,
            String issuerId,
            String method,
            VerificationKey key,
            Instant signedAt) {
        if (!document.id().equals(issuerId)) {
            return Check.failed(
                    KEY_BINDING,
                    CheckCode.CONTROLLER_MISMATCH,
                    "The document at the issuer's address is somebody else's.");
        }
        if (!document.assertionMethods().contains(method)) {
            return notListed();
        }
        var entry = document.method(method);
        if (entry.isEmpty()) {
            // A reference to a did:key needs no entry: the reference itself is the key.
            return KeyUrl.parse(method).isSelfCertifying()
                    ? Check.passed(KEY_BINDING, "The issuer's document names this key.")
                    : notListed();
        }
        return listed(entry.get(), issuerId, key, signedAt);
    }

    private Check listed(
            ControllerDocument.Method entry,
            String issuerId,
            VerificationKey key,
            Instant signedAt) {
        if (!entry.controller().filter(issuerId::equals).isPresent()) {
            return mismatch();
        }
        if (!entry.key().filter(key::sameAs).isPresent()) {
            return notListed();
        }
        if (entry.revoked().filter(at -> !at.isAfter(now)).isPresent()) {
            return Check.failed(
                    KEY_BINDING, CheckCode.KEY_REVOKED, "The issuer has revoked this key.");
        }
        if (entry.expires().filter(at -> !at.isAfter(signedAt)).isPresent()) {
            return Check.failed(
                    KEY_BINDING, CheckCode.KEY_EXPIRED, "The key had expired when it signed.");
        }
        return Check.passed(KEY_BINDING, "The issuer's document lists this key for statements.");
    }

    private static Check mismatch() {
        return Check.failed(
                KEY_BINDING,
                CheckCode.CONTROLLER_MISMATCH,
                "The key belongs to somebody other than the issuer.");
    }

    private static Check notListed() {
        return Check.failed(
                KEY_BINDING,
                CheckCode.KEY_NOT_LISTED,
                "The issuer's own document does not list this key for statements.");
    }

    private static Check undecided(CheckCode code, String reason) {
        return Check.indeterminate(
                KEY_BINDING, code, "The issuer's own document could not be used: " + reason + ".");
    }
}
