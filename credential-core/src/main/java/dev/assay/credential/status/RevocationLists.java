package dev.assay.credential.status;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.HttpsAddress;
import dev.assay.credential.source.StatusSource.Answer;
import dev.assay.credential.source.StatusSource.Question;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The 1EdTech revocation list: a plain document that names revoked credentials by id, with nothing
 * but its https address to vouch for it. The credential's own proof covers that address.
 */
final class RevocationLists {

    private static final List<String> MEMBERS = List.of("revokedCredentials", "revokedCredential");

    private final DocumentSource documents;
    private final StrictJson json;

    RevocationLists(DocumentSource documents, InputLimits limits) {
        this.documents = documents;
        this.json = StrictJson.within(limits);
    }

    Answer statusOf(Question question) {
        var address = JsonTree.text(question.entry(), "id").flatMap(HttpsAddress::parse);
        if (address.isEmpty() || question.credentialId().isEmpty()) {
            return undecided(
                    CheckCode.STATUS_ENTRY_MALFORMED,
                    "the list or the credential has no id to look it up by");
        }
        return switch (documents.fetch(address.get())) {
            case DocumentSource.Answer.Gone() ->
                    undecided(
                            CheckCode.STATUS_LIST_UNAVAILABLE, "the revocation list was withdrawn");
            case DocumentSource.Answer.Unavailable(var reason) ->
                    undecided(CheckCode.STATUS_LIST_UNAVAILABLE, reason);
            case DocumentSource.Answer.Found found ->
                    switch (json.parse(found.content())) {
                        case ParseResult.Malformed(var fault) ->
                                undecided(
                                        CheckCode.STATUS_LIST_MALFORMED,
                                        "the revocation list is unreadable: "
                                                + fault.code().wireName());
                        case ParseResult.Parsed(var list) ->
                                inList(list, question.issuerId(), question.credentialId().get());
                    };
        };
    }

    private static Answer inList(JsonNode list, String issuerId, String credentialId) {
        if (MEMBERS.stream().noneMatch(list::has)) {
            return undecided(
                    CheckCode.STATUS_LIST_MALFORMED, "the revocation list has no list in it");
        }
        if (JsonTree.id(list.path("issuer")).filter(issuerId::equals).isEmpty()) {
            return undecided(
                    CheckCode.STATUS_LIST_FOREIGN, "the revocation list is somebody else's");
        }
        boolean revoked =
                MEMBERS.stream()
                        .flatMap(member -> JsonTree.items(list, member).stream())
                        .anyMatch(item -> names(item, credentialId));
        return revoked
                ? new Answer.Revoked("The issuer has revoked the credential.")
                : new Answer.Clear(Optional.empty());
    }

    /** An item that does not say otherwise revokes. */
    private static boolean names(JsonNode item, String credentialId) {
        boolean lifted = item.path("revoked").isBoolean() && !item.path("revoked").booleanValue();
        return !lifted && JsonTree.id(item).filter(credentialId::equals).isPresent();
    }

    private static Answer undecided(CheckCode code, String reason) {
        return new Answer.Unavailable(code, reason);
    }
}
