package dev.assay.hiring.dossier;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What recruiters note about candidates: sealed, signed with who wrote it, never changed. */
@Component
public class Notes {

    private final NoteRepository repository;
    private final Owners owners;
    private final Candidates candidates;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Notes(
            NoteRepository repository,
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

    /** Writes a note down. */
    public Note write(Actor actor, Owner about, String text) {
        actor.require(Permission.EDIT_DOSSIERS);
        var note =
                new Note(
                        new NoteId(NewIds.next()),
                        about,
                        Optional.of(text),
                        actor.reference(),
                        clock.instant(),
                        Optional.empty());
        return transactions.in(
                actor,
                () -> {
                    repository.insert(
                            actor.employer(),
                            note,
                            vault.seal(
                                    actor, about.person(), text.getBytes(StandardCharsets.UTF_8)));
                    record(actor, "note.written", note);
                    return note;
                });
    }

    /**
     * Takes a note back: that there was one stays known, its text is shown no more. Doing it again
     * changes nothing.
     *
     * @throws NotFound when this employer has no such note
     */
    public void withdraw(Actor actor, NoteId id) {
        actor.require(Permission.EDIT_DOSSIERS);
        transactions.in(
                actor,
                () -> {
                    Note note =
                            repository
                                    .find(actor.employer(), id)
                                    .orElseThrow(() -> new NotFound("note"))
                                    .note();
                    if (repository.withdraw(
                            actor.employer(), id, actor.reference(), clock.instant())) {
                        record(actor, "note.withdrawn", note);
                    }
                });
    }

    /**
     * The notes at an application, newest first; withdrawn ones among them, without their text, and
     * while the candidate is reviewed blind, so are others' notes.
     *
     * @throws NotFound when this employer has no such application
     */
    public Page<Note> of(
            Actor actor, ApplicationId application, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    owners.of(actor, application);
                    return opened(
                            actor, repository.of(actor.employer(), application, after, size), size);
                });
    }

    /**
     * The notes about a person, at whichever application, newest first.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public Page<Note> of(
            Actor actor, CandidateId candidate, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    owners.of(actor, candidate);
                    return opened(
                            actor,
                            repository.of(
                                    actor.employer(),
                                    candidates.samePersonIds(actor, candidate),
                                    after,
                                    size.plusOne()),
                            size);
                });
    }

    private Page<Note> opened(Actor actor, List<NoteRepository.Sealed> rows, PageSize size) {
        PersonKeys keys =
                vault.keys(actor, rows.stream().map(row -> row.note().about().person()).toList());
        Set<CandidateId> hidden =
                candidates.hidden(
                        actor,
                        rows.stream()
                                .map(row -> row.note().about().candidate())
                                .collect(Collectors.toSet()));
        return Page.of(
                rows.stream()
                        .map(row -> opened(keys, row))
                        .map(note ->
                                hidden.contains(note.about().candidate())
                                                && !note.writtenBy().equals(actor.reference())
                                        ? note.withoutText()
                                        : note)
                        .toList(),
                size,
                last -> PageCursor.of(last.id()));
    }

    static Note opened(PersonKeys keys, NoteRepository.Sealed row) {
        Note note = row.note();
        Optional<String> text =
                note.withdrawnAt().isPresent()
                        ? Optional.empty()
                        : keys.open(note.about().person(), row.sealed())
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        return new Note(
                note.id(),
                note.about(),
                text,
                note.writtenBy(),
                note.writtenAt(),
                note.withdrawnAt());
    }

    private void record(Actor actor, String action, Note note) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("candidate", note.about().candidate().toString());
        note.about().application().ifPresent(id -> detail.put("application", id.toString()));
        audit.recordAndEmit(actor, action, "note", note.id().value(), detail);
    }
}
