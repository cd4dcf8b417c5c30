package dev.assay.hiring.boards;

import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which boards push applications for a partner, and the secrets they sign with. HR admins keep
 * them; a secret is shown once, to whoever made it, and kept sealed.
 */
@Component
public class BoardConnections {

    /** For how long a former secret is taken beside the new one at most. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /** How a secret is written, as a regular expression. */
    public static final String SECRET = "[!-~]{16,200}";

    private static final int SECRET_BYTES = 32;

    private final BoardRepository repository;
    private final Partners partners;
    private final EmployerVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BoardConnections(
            BoardRepository repository,
            Partners partners,
            EmployerVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.partners = partners;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has a board push applications for a partner. What it pushes is taken as the partner's, for
     * the jobs the partner was granted, while it may hand applications in.
     *
     * @param given the secret the board says it signs with; empty to have one made
     * @throws NotFound when the employer sees no such partner
     * @throws Conflict when that board does so already
     */
    public NewBoardSecret add(Actor actor, PartnerId partner, Board board, Optional<String> given) {
        actor.require(Permission.MANAGE_PARTNERS);
        String secret = given.orElseGet(this::newSecret);
        Instant now = clock.instant();
        var id = NewIds.next();
        var connection =
                new BoardConnection(
                        id,
                        partner,
                        board,
                        new BoardAddress(actor.employer(), id).text(),
                        true,
                        Optional.empty(),
                        Version.FIRST,
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    partners.get(actor, partner);
                    if (!repository.insert(actor.employer(), connection, sealed(actor, secret))) {
                        throw new Conflict(
                                "board-connected",
                                "That board pushes applications for this partner already.");
                    }
                    record(actor, "board-connection.added", connection, Map.of());
                    return new NewBoardSecret(connection, secret);
                });
    }

    /**
     * Those of a partner, by board.
     *
     * @throws NotFound when the employer sees no such partner
     */
    public List<BoardConnection> list(Actor actor, PartnerId partner) {
        actor.require(Permission.READ_PARTNERS);
        return transactions.in(
                actor,
                () -> {
                    partners.get(actor, partner);
                    return repository.list(actor.employer(), partner);
                });
    }

    /**
     * @throws NotFound when that board pushes nothing for the partner, or the employer sees no such
     *     partner
     */
    public BoardConnection get(Actor actor, PartnerId partner, Board board) {
        actor.require(Permission.READ_PARTNERS);
        return transactions.in(actor, () -> find(actor, partner, board));
    }

    /**
     * Has what a board pushes taken, or refused, from the next push on.
     *
     * @throws StaleVersion when somebody changed it since
     */
    public BoardConnection change(
            Actor actor, PartnerId partner, Board board, Version expected, boolean enabled) {
        actor.require(Permission.MANAGE_PARTNERS);
        return transactions.in(
                actor,
                () -> {
                    BoardConnection before = find(actor, partner, board);
                    if (!repository.update(
                            actor.employer(), before.id(), expected, enabled, clock.instant())) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "board-connection.changed", before, Map.of("enabled", enabled));
                    return find(actor, partner, board);
                });
    }

    /**
     * Gives a connection another secret. For a while what the former one signed is taken, too, so
     * that the board can change over; of those before that, nothing is.
     *
     * @throws InvalidInput when the overlap is too long
     */
    public NewBoardSecret changeSecret(
            Actor actor, PartnerId partner, Board board, Optional<String> given, Duration overlap) {
        actor.require(Permission.MANAGE_PARTNERS);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidInput(
                    "/overlapHours", "must be between 0 and " + LONGEST_OVERLAP.toHours());
        }
        String secret = given.orElseGet(this::newSecret);
        Instant now = clock.instant();
        return transactions.in(
                actor,
                () -> {
                    BoardConnection before = find(actor, partner, board);
                    repository.replaceSecret(
                            actor.employer(),
                            before.id(),
                            sealed(actor, secret),
                            now.plus(overlap),
                            now);
                    record(actor, "board-connection.secret-changed", before, Map.of());
                    return new NewBoardSecret(find(actor, partner, board), secret);
                });
    }

    private BoardConnection find(Actor actor, PartnerId partner, Board board) {
        partners.get(actor, partner);
        return repository
                .find(actor.employer(), partner, board)
                .orElseThrow(() -> new NotFound("board connection"));
    }

    private byte[] sealed(Actor actor, String secret) {
        return vault.seal(actor, secret.getBytes(StandardCharsets.UTF_8));
    }

    private void record(
            Actor actor, String action, BoardConnection connection, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>(more);
        detail.put("board", connection.board().wireName());
        detail.put("partner", connection.partner().toString());
        audit.recordAndEmit(actor, action, "board-connection", connection.id(), detail);
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
