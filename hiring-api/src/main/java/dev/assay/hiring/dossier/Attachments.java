package dev.assay.hiring.dossier;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Files about candidates, such as their CVs: sealed as they came, shown, and never scored. While a
 * candidate is reviewed blind, people see that there are some, and not what they are called or say.
 */
@Component
public class Attachments {

    /** How many one candidate has at most. */
    public static final int MOST = 100;

    private final AttachmentRepository repository;
    private final Owners owners;
    private final Candidates candidates;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Attachments(
            AttachmentRepository repository,
            Owners owners,
            Candidates candidates,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.owners = owners;
        this.candidates = candidates;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a file.
     *
     * @throws Conflict when the candidate has too many
     */
    public Attachment add(Actor actor, Owner about, NewAttachment file) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        var attachment =
                new Attachment(
                        new AttachmentId(NewIds.next()),
                        about,
                        file.name(),
                        file.kind().mediaType(),
                        file.content().length,
                        actor.reference(),
                        clock.instant());
        return transactions.in(
                actor,
                () -> {
                    if (repository.count(actor.employer(), about.candidate()) >= MOST) {
                        throw new Conflict(
                                "too-many-attachments",
                                "A candidate has at most " + MOST + " attachments.");
                    }
                    repository.insert(
                            actor.employer(),
                            attachment,
                            file.content(),
                            vault.keys(actor, List.of(about.person())));
                    record(actor, "attachment.added", attachment);
                    return attachment;
                });
    }

    /**
     * Removes a file for good.
     *
     * @throws NotFound when this employer has no such file
     */
    public void remove(Actor actor, AttachmentId id) {
        actor.require(Permission.EDIT_DOSSIERS);
        transactions.in(
                actor,
                () -> {
                    Attachment attachment = find(actor, id);
                    repository.remove(actor.employer(), id);
                    record(actor, "attachment.removed", attachment);
                });
    }

    /**
     * @throws NotFound when this employer has no such file, or its candidate was erased
     */
    public Attachment get(Actor actor, AttachmentId id) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(actor, () -> shown(actor, List.of(find(actor, id))).getFirst());
    }

    /**
     * The bytes of a file, as they came.
     *
     * @throws NotFound when this employer has no such file, or its candidate was erased
     * @throws Conflict while the candidate is reviewed blind
     */
    public byte[] content(Actor actor, Attachment attachment) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    candidates.requireShown(actor, attachment.about().candidate());
                    return vault.open(
                            actor,
                            attachment.about().person(),
                            repository
                                    .sealed(actor.employer(), attachment.id())
                                    .orElseThrow(() -> new NotFound("attachment")));
                });
    }

    /**
     * The files of an application, oldest first.
     *
     * @throws NotFound when this employer has no such application
     */
    public List<Attachment> of(Actor actor, ApplicationId application) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    Owner owner = owners.of(actor, application);
                    return shown(
                            actor,
                            repository.of(
                                    actor.employer(), application, keys(actor, owner.candidate())));
                });
    }

    /**
     * The files of a person, at whichever application, oldest first.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public List<Attachment> of(Actor actor, CandidateId candidate) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    owners.of(actor, candidate);
                    Set<CandidateId> person = candidates.samePersonIds(actor, candidate);
                    return shown(
                            actor,
                            repository.of(
                                    actor.employer(),
                                    person,
                                    vault.keys(
                                            actor,
                                            person.stream().map(CandidateId::person).toList())));
                });
    }

    private List<Attachment> shown(Actor actor, List<Attachment> files) {
        Set<CandidateId> hidden =
                candidates.hidden(
                        actor,
                        files.stream()
                                .map(file -> file.about().candidate())
                                .collect(Collectors.toSet()));
        return files.stream()
                .map(file -> hidden.contains(file.about().candidate()) ? file.unnamed() : file)
                .toList();
    }

    private PersonKeys keys(Actor actor, CandidateId candidate) {
        return vault.keys(actor, List.of(candidate.person()));
    }

    private Attachment find(Actor actor, AttachmentId id) {
        return repository
                .find(actor.employer(), id, candidate -> keys(actor, candidate))
                .orElseThrow(() -> new NotFound("attachment"));
    }

    private void record(Actor actor, String action, Attachment attachment) {
        audit.recordAndEmit(
                actor,
                action,
                "attachment",
                attachment.id().value(),
                Map.of(
                        "candidate", attachment.about().candidate().toString(),
                        "mediaType", attachment.mediaType(),
                        "size", attachment.size()));
    }
}
