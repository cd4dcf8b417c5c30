package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.Term;
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What is done alike with the terms of every kind: pages, filing, changes by merge patch under
 * {@code If-Match}.
 *
 * @param <T> what the term says
 * @param <Q> how it is asked for
 * @param <R> how it is answered
 */
final class TermDesk<T extends Term, Q extends Record, R extends Record> {

    private static final int BODY_LIMIT = 256 * 1024;

    private final TrainingTerms terms;
    private final RequestJson json;
    private final TermKind<T> kind;
    private final String path;
    private final Wording<T, Q, R> wording;

    TermDesk(
            TrainingTerms terms,
            RequestJson json,
            TermKind<T> kind,
            String path,
            Wording<T, Q, R> wording) {
        this.terms = terms;
        this.json = json;
        this.kind = kind;
        this.path = path;
        this.wording = wording;
    }

    /** Between a term and its JSON. */
    interface Wording<T extends Term, Q extends Record, R extends Record> {

        Class<Q> requestType();

        T content(Actor actor, Q request);

        /** What a merge patch is applied to. */
        Q request(T content);

        /** For all of the terms at once, so that what they name is looked up together. */
        Function<FiledTerm<T>, R> responses(Actor actor, List<FiledTerm<T>> terms);
    }

    /** For terms that name nothing to be looked up. */
    record Plain<T extends Term, Q extends Record, R extends Record>(
            Class<Q> requestType,
            Function<Q, T> content,
            Function<T, Q> request,
            Function<FiledTerm<T>, R> response)
            implements Wording<T, Q, R> {

        @Override
        public T content(Actor actor, Q asked) {
            return content.apply(asked);
        }

        @Override
        public Q request(T said) {
            return request.apply(said);
        }

        @Override
        public Function<FiledTerm<T>, R> responses(Actor actor, List<FiledTerm<T>> terms) {
            return response;
        }
    }

    ResponseEntity<PageResponse<R>> list(Actor actor, Optional<String> after, int limit) {
        return page(actor, terms.list(actor, kind, cursor(after), new PageSize(limit)));
    }

    ResponseEntity<PageResponse<R>> page(Actor actor, Page<FiledTerm<T>> page) {
        return PageResponse.of(page, wording.responses(actor, page.items()));
    }

    static Optional<PageCursor> cursor(Optional<String> after) {
        return after.map(cursor -> PageCursor.parse(cursor, 2));
    }

    Deed<R> add(Actor actor, InputStream body) throws IOException {
        T content = wording.content(actor, json.read(body, BODY_LIMIT, wording.requestType()));
        return Deed.of(
                () -> terms.add(actor, kind, content),
                term ->
                        ResponseEntity.created(URI.create(path + "/" + term.id()))
                                .eTag(Etag.of(term.version()))
                                .body(response(actor, term)));
    }

    ResponseEntity<R> get(Actor actor, UUID id) {
        return answer(actor, terms.get(actor, kind, id));
    }

    ResponseEntity<R> change(Actor actor, UUID id, @Nullable String ifMatch, InputStream body)
            throws IOException {
        FiledTerm<T> before = terms.get(actor, kind, id);
        Version expected = Etag.expected(ifMatch);
        Q request =
                json.patched(
                        wording.request(before.content()), body, BODY_LIMIT, wording.requestType());
        return answer(
                actor, terms.change(actor, kind, id, expected, wording.content(actor, request)));
    }

    private ResponseEntity<R> answer(Actor actor, FiledTerm<T> term) {
        return ResponseEntity.ok().eTag(Etag.of(term.version())).body(response(actor, term));
    }

    private R response(Actor actor, FiledTerm<T> term) {
        return wording.responses(actor, List.of(term)).apply(term);
    }
}
