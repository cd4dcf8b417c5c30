package dev.assay.hiring.boards;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.intake.ApplyForm;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.SubmissionReader;
import dev.assay.hiring.partners.PartnerApplications;
import dev.assay.hiring.partners.PartnerInbox;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applications that boards push. Nothing of a body is looked at before its signature was found to
 * hold; what is accepted then lies in the same inbox as what partners hand in by our own call, and
 * one that comes again is the same.
 */
@Component
public class BoardPushes {

    /** How large a push may be, in bytes. */
    public static final int MOST_BYTES = ApplyForm.MOST_BYTES;

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration QUIET = Duration.ofHours(1);
    private static final String NAME = "boards";

    private final BoardRepository repository;
    private final Partners partners;
    private final PartnerApplications applications;
    private final PartnerInbox inbox;
    private final SubmissionReader reader;
    private final EmployerVault vault;
    private final TenantTransaction transactions;
    private final RequestJson json;
    private final JsonMapper trees;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Board, BoardAdapter> adapters = new EnumMap<>(Board.class);

    BoardPushes(
            BoardRepository repository,
            Partners partners,
            PartnerApplications applications,
            PartnerInbox inbox,
            SubmissionReader reader,
            EmployerVault vault,
            TenantTransaction transactions,
            RequestJson json,
            JsonMapper trees,
            AuditTrail audit,
            Clock clock,
            List<BoardAdapter> adapters) {
        this.repository = repository;
        this.partners = partners;
        this.applications = applications;
        this.inbox = inbox;
        this.reader = reader;
        this.vault = vault;
        this.transactions = transactions;
        this.json = json;
        this.trees = trees;
        this.audit = audit;
        this.clock = clock;
        adapters.forEach(adapter -> this.adapters.put(adapter.board(), adapter));
    }

    /**
     * Who may push to this address, and what proves it; empty when nobody may.
     *
     * @param address the last part of it
     */
    public Optional<BoardSender> sender(String address) {
        return BoardAddress.parse(address).flatMap(this::sender);
    }

    private Optional<BoardSender> sender(BoardAddress address) {
        Actor.Service actor = new Actor.Service(address.employer(), NAME);
        return transactions.in(
                actor,
                () ->
                        repository
                                .listening(
                                        address.employer(), address.connection(), clock.instant())
                                .map(found ->
                                        new BoardSender(
                                                address.employer(),
                                                found.connection(),
                                                adapter(found.connection().board()),
                                                found.sealed().stream()
                                                        .map(sealed -> vault.open(actor, sealed))
                                                        .toList())));
    }

    /**
     * Says that a push came whose signature does not hold. It is written down at most once an hour
     * for a connection: the first tells enough, and nobody fills the audit trail from outside.
     */
    public void refuse(BoardSender sender) {
        var actor = new Actor.Service(sender.employer(), NAME);
        BoardConnection connection = sender.connection();
        Instant now = clock.instant();
        transactions.in(
                actor,
                () -> {
                    if (repository.noteRefusal(
                            sender.employer(), connection.id(), now, now.minus(QUIET))) {
                        audit.record(
                                actor,
                                "board-connection.push-refused",
                                "board-connection",
                                connection.id(),
                                Map.of(
                                        "board", connection.board().wireName(),
                                        "partner", connection.partner().toString()));
                    }
                });
    }

    /**
     * The partner on whose behalf the board pushes.
     *
     * @throws PermissionDenied when it may hand nothing in any more
     */
    public Actor.Partner partner(BoardSender sender) {
        return partners.acting(sender.employer(), sender.connection().partner())
                .filter(partner -> !isNowhere(partner))
                .orElseThrow(() -> new PermissionDenied(Permission.SEND_APPLICATIONS));
    }

    private static boolean isNowhere(Actor.Partner partner) {
        return partner.reach(Permission.SEND_APPLICATIONS) instanceof JobReach.Nowhere;
    }

    /**
     * Understands what was pushed, whose signature holds.
     *
     * @throws InvalidInput naming what is wrong, in the board's own words
     * @throws NotFound when there is no such job for the partner
     * @throws Refusal 410 when it is closed
     * @throws TryLater when it is paused: the board keeps it, and pushes it again
     */
    public BoardPush read(BoardSender sender, Actor.Partner partner, byte[] body) {
        BoardApplication application = sender.adapter().read(json.read(body, JsonNode.class));
        UUID connection = sender.connection().id();
        byte[] reference = digest(partner, connection, application.reference());
        Optional<UUID> known = known(partner, connection, reference);
        List<SelfIdentification> said = new ArrayList<>(application.selfIdentification());
        Optional<Submission> submission =
                known.isPresent()
                        ? Optional.empty()
                        : Optional.of(submission(partner, application, said));
        return new BoardPush(
                partner,
                connection,
                sender.connection().board(),
                reference,
                application.job(),
                known,
                submission,
                said);
    }

    /**
     * Accepts what was pushed: once this commits, it will be verified and taken, whatever becomes
     * of the connection.
     *
     * @return what it is called here, the same however often it is pushed
     * @throws Conflict when the board handed in the same address to the job within the window, and
     *     wants to hear of it
     */
    public UUID accept(BoardPush push) {
        return transactions.in(
                push.partner(),
                () -> {
                    UUID id = NewIds.next();
                    if (push.known().isPresent()
                            || !repository.claim(
                                    push.partner().employer(),
                                    push.connection(),
                                    push.reference(),
                                    id,
                                    clock.instant())) {
                        return known(push.partner(), push.connection(), push.reference())
                                .orElseThrow();
                    }
                    file(push, id);
                    return id;
                });
    }

    private void file(BoardPush push, UUID id) {
        try {
            inbox.accept(
                    push.partner(),
                    push.job(),
                    push.submission().orElseThrow(),
                    push.selfIdentification(),
                    id);
        } catch (Conflict refused) {
            if (!refused.code().equals(PartnerApplications.DUPLICATE)
                    || !adapter(push.board()).isQuietAboutDuplicates()) {
                throw refused;
            }
        }
    }

    private Submission submission(
            Actor.Partner partner, BoardApplication application, List<SelfIdentification> said) {
        ApplyForm form = form(partner, application);
        AnswerMapping answers = AnswerMapping.of(form.questions(), application.answers());
        said.addAll(answers.identified());
        application.submission().set("answers", answers.answers());
        try {
            Submission submission = reader.read(trees.writeValueAsBytes(application.submission()));
            applications.requireFitting(partner, application.job(), submission);
            return submission;
        } catch (InvalidInput ours) {
            throw application.named(ours, answers.pointers());
        }
    }

    /** 409 means something else to boards than that a job is paused. */
    private ApplyForm form(Actor.Partner partner, BoardApplication application) {
        try {
            return applications.form(partner, application.job());
        } catch (TryLater paused) {
            throw new TryLater(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "push-again-later",
                    "This job takes no applications for the time being. Keep it, and push it again later.",
                    PAUSE);
        }
    }

    private Optional<UUID> known(Actor.Partner partner, UUID connection, byte[] reference) {
        return transactions.in(
                partner, () -> repository.submission(partner.employer(), connection, reference));
    }

    private byte[] digest(Actor.Partner partner, UUID connection, String reference) {
        return transactions.in(
                partner,
                () ->
                        vault.digest(
                                partner.atWork(),
                                ("board-application\n" + connection + "\n" + reference)
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private BoardAdapter adapter(Board board) {
        return Objects.requireNonNull(adapters.get(board), "no adapter");
    }
}
