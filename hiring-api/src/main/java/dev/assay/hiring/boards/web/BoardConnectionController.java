package dev.assay.hiring.boards.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.boards.Board;
import dev.assay.hiring.boards.BoardConnection;
import dev.assay.hiring.boards.BoardConnections;
import dev.assay.hiring.boards.NewBoardSecret;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.PublicAddress;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which boards push applications for a partner. */
@RestController
@RequestMapping("/v1/partners/{id}/connections")
class BoardConnectionController {

    private static final int BODY_LIMIT = 8 * 1024;

    private final BoardConnections connections;
    private final PublicAddress address;
    private final RequestJson json;

    BoardConnectionController(
            BoardConnections connections, PublicAddress address, RequestJson json) {
        this.connections = connections;
        this.address = address;
        this.json = json;
    }

    /** There are as many as there are boards, so the one page is the whole of them. */
    @GetMapping
    @Allowed(Permission.READ_PARTNERS)
    ResponseEntity<PageResponse<ConnectionResponse>> list(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok(
                new PageResponse<>(
                        connections.list(actor, new PartnerId(id)).stream()
                                .map(connection -> response(connection, Optional.empty()))
                                .toList(),
                        null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MANAGE_PARTNERS)
    Deed<ConnectionResponse> add(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        BoardConnectionRequest request = json.read(body, BODY_LIMIT, BoardConnectionRequest.class);
        return Deed.of(
                () ->
                        connections.add(
                                actor,
                                new PartnerId(id),
                                request.board(),
                                Optional.ofNullable(request.secret())),
                made ->
                        ResponseEntity.created(
                                        URI.create(
                                                "/v1/partners/"
                                                        + id
                                                        + "/connections/"
                                                        + request.board().wireName()))
                                .eTag(Etag.of(made.connection().version()))
                                .body(response(made)));
    }

    @GetMapping("/{board}")
    @Allowed(Permission.READ_PARTNERS)
    ResponseEntity<ConnectionResponse> get(
            Actor actor, @PathVariable UUID id, @PathVariable String board) {
        return answer(connections.get(actor, new PartnerId(id), named(board)));
    }

    @PatchMapping(
            path = "/{board}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.MANAGE_PARTNERS)
    ResponseEntity<ConnectionResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String board,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        BoardConnection before = connections.get(actor, new PartnerId(id), named(board));
        Version expected = Etag.expected(ifMatch);
        boolean enabled =
                json.patched(
                                new BoardSwitchRequest(before.enabled()),
                                body,
                                BODY_LIMIT,
                                BoardSwitchRequest.class)
                        .enabled();
        return answer(
                connections.change(actor, before.partner(), before.board(), expected, enabled));
    }

    @PostMapping(path = "/{board}/secret", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MANAGE_PARTNERS)
    Deed<ConnectionResponse> changeSecret(
            Actor actor, @PathVariable UUID id, @PathVariable String board, InputStream body)
            throws IOException {
        BoardSecretRequest request = json.read(body, BODY_LIMIT, BoardSecretRequest.class);
        Board named = named(board);
        return Deed.of(
                () ->
                        connections.changeSecret(
                                actor,
                                new PartnerId(id),
                                named,
                                Optional.ofNullable(request.secret()),
                                request.overlap()),
                made ->
                        ResponseEntity.ok()
                                .eTag(Etag.of(made.connection().version()))
                                .body(response(made)));
    }

    private static Board named(String board) {
        return Board.ofWireName(board).orElseThrow(() -> new NotFound("board connection"));
    }

    private ResponseEntity<ConnectionResponse> answer(BoardConnection connection) {
        return ResponseEntity.ok()
                .eTag(Etag.of(connection.version()))
                .body(response(connection, Optional.empty()));
    }

    private ConnectionResponse response(NewBoardSecret made) {
        return response(made.connection(), Optional.of(made.secret()));
    }

    private ConnectionResponse response(BoardConnection connection, Optional<String> secret) {
        return new ConnectionResponse(
                connection.board(),
                address.of("/v1/inbound/" + connection.address()).toString(),
                connection.enabled(),
                secret,
                connection.formerSecretUntil().orElse(null),
                connection.createdAt(),
                connection.updatedAt());
    }

    /** A connection; the secret only where it was just given one. */
    record ConnectionResponse(
            Board board,
            String url,
            boolean enabled,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> secret,
            @Nullable Instant formerSecretUntil,
            Instant createdAt,
            Instant updatedAt) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "ConnectionResponse[" + board + "]";
        }
    }
}
