package dev.assay.credential.did;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.key.KeyFinder;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.source.DocumentSource;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds keys by verification method: in the identifier itself for did:key and did:jwk, else in the
 * controller's document. A key written only into the fragment of an address is good enough to see
 * whether the signature fits it, and never good enough to say whose it is; {@link IssuerBinding}
 * decides that.
 */
public final class KeyDirectory implements KeyFinder {

    private static final StrictJson JSON = StrictJson.within(InputLimits.standard());

    private final DocumentSource documents;
    private final SelfCertifying selfCertifying = new SelfCertifying();

    public KeyDirectory(DocumentSource documents) {
        this.documents = documents;
    }

    @Override
    public Answer find(String verificationMethod) {
        var url = KeyUrl.parse(verificationMethod);
        if (url.isSelfCertifying()) {
            return selfCertifying.find(verificationMethod);
        }
        return switch (documentOf(url.controller())) {
            case Lookup.Read(var document) ->
                    document.method(verificationMethod)
                            .map(KeyDirectory::listed)
                            .or(() -> inFragment(url))
                            .orElseGet(
                                    () -> new Answer.Unusable("the controller lists no such key"));
            case Lookup.Unavailable(var reason) ->
                    inFragment(url).orElseGet(() -> new Answer.Unavailable(reason));
            case Lookup.Unusable(var reason) ->
                    inFragment(url).orElseGet(() -> new Answer.Unavailable(reason));
            case Lookup.NoAddress() ->
                    url.controller().startsWith("did:")
                            ? new Answer.Unavailable("we cannot resolve this DID method")
                            : new Answer.Unusable("the verification method is no https or DID URL");
        };
    }

    private static Answer listed(ControllerDocument.Method method) {
        return method.key()
                .<Answer>map(Answer.Found::new)
                .orElseGet(() -> new Answer.Unavailable("the key is of a kind we do not verify"));
    }

    private static Optional<Answer> inFragment(KeyUrl url) {
        return url.fragment().flatMap(Multikey::decode).map(Answer.Found::new);
    }

    Lookup documentOf(String controller) {
        return DocumentAddress.ofController(controller)
                .map(this::lookup)
                .orElseGet(Lookup.NoAddress::new);
    }

    private Lookup lookup(URI address) {
        return switch (json(address)) {
            case Json.Tree(var tree) ->
                    ControllerDocument.read(tree)
                            .<Lookup>map(Lookup.Read::new)
                            .orElseGet(() -> new Lookup.Unusable("it does not say whose it is"));
            case Json.Unavailable(var reason) -> new Lookup.Unavailable(reason);
            case Json.Unusable(var reason) -> new Lookup.Unusable(reason);
        };
    }

    Json json(URI address) {
        return switch (documents.fetch(address)) {
            case DocumentSource.Answer.Found found ->
                    switch (JSON.parse(found.content())) {
                        case ParseResult.Parsed(var tree) -> new Json.Tree(tree);
                        case ParseResult.Malformed(var fault) -> new Json.Unusable(fault.detail());
                    };
            case DocumentSource.Answer.Gone() -> new Json.Unavailable("it was withdrawn");
            case DocumentSource.Answer.Unavailable(var reason) -> new Json.Unavailable(reason);
        };
    }

    /** What looking for a controller's document came to. */
    sealed interface Lookup {
        record Read(ControllerDocument document) implements Lookup {}

        record Unavailable(String reason) implements Lookup {}

        record Unusable(String reason) implements Lookup {}

        record NoAddress() implements Lookup {}
    }

    /** What fetching JSON came to. */
    sealed interface Json {
        record Tree(JsonNode tree) implements Json {}

        record Unavailable(String reason) implements Json {}

        record Unusable(String reason) implements Json {}
    }
}
