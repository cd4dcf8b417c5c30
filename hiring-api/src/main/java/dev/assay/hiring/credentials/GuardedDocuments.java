package dev.assay.hiring.credentials;

import dev.assay.credential.source.DocumentSource;
import dev.assay.hiring.platform.fetch.Fetch;
import dev.assay.hiring.platform.fetch.FetchGuard;
import dev.assay.hiring.shared.Sha256;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** The verifier's documents, through the guard and for as long as there is time. */
final class GuardedDocuments implements DocumentSource {

    private final FetchGuard guard;
    private final RemoteTime time;
    private final Set<Consulted> consulted = new HashSet<>();

    GuardedDocuments(FetchGuard guard, RemoteTime time) {
        this.guard = guard;
        this.time = time;
    }

    @Override
    public Answer fetch(URI address) {
        long start = System.nanoTime();
        try {
            return switch (guard.document(address.toString(), time.left())) {
                case Fetch.Fetched fetched -> {
                    consulted.add(new Consulted(address.toString(), Sha256.hex(fetched.content())));
                    yield new Answer.Found(fetched.content(), fetched.contentType());
                }
                case Fetch.Failed(var fault) -> new Answer.Unavailable(fault.words());
            };
        } finally {
            time.spend(System.nanoTime() - start);
        }
    }

    /** What was there so far. */
    Set<Consulted> consulted() {
        return Set.copyOf(consulted);
    }
}
