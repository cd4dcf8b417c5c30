package dev.assay.hiring.dossier;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Notes and files are under the person's key and go with it; files also for the room they take.
 * Tags and consents are ids and codes, and go as rows.
 */
@Component
class DossierData implements PersonalDataHolder {

    private final NoteRepository notes;
    private final TagRepository tags;
    private final AttachmentRepository attachments;
    private final ConsentRepository consents;
    private final TenantTransaction transactions;
    private final PersonalVault vault;

    DossierData(
            NoteRepository notes,
            TagRepository tags,
            AttachmentRepository attachments,
            ConsentRepository consents,
            TenantTransaction transactions,
            PersonalVault vault) {
        this.notes = notes;
        this.tags = tags;
        this.attachments = attachments;
        this.consents = consents;
        this.transactions = transactions;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "dossier";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.sealed("note", "sealed"),
                PersonalTable.sealed("attachment", "sealed_name", "sealed"),
                PersonalTable.readable("consent", "purpose", "text_version"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        CandidateId candidate = new CandidateId(person.value());
        tags.set(actor.employer(), candidate, List.of());
        tags.removeOfApplications(actor.employer(), candidate);
        attachments.removeOf(actor.employer(), candidate);
        consents.removeOf(actor.employer(), candidate);
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        Set<CandidateId> candidate = Set.of(new CandidateId(person.value()));
        Kept kept =
                transactions.in(
                        actor,
                        () -> {
                            PersonKeys keys = vault.keys(actor, List.of(person));
                            return new Kept(
                                    notes
                                            .of(
                                                    actor.employer(),
                                                    candidate,
                                                    Optional.empty(),
                                                    Integer.MAX_VALUE)
                                            .stream()
                                            .map(row -> Notes.opened(keys, row))
                                            .toList(),
                                    tags
                                            .of(actor.employer(), new CandidateId(person.value()))
                                            .stream()
                                            .map(Tag::name)
                                            .toList(),
                                    consents.of(actor.employer(), candidate),
                                    attachments.of(actor.employer(), candidate, keys));
                        });
        if (!kept.isEmpty()) {
            to.json("kept.json", kept);
        }
        for (Attachment attachment : kept.attachments()) {
            content(actor, person, attachment)
                    .ifPresent(bytes ->
                            to.file(
                                    "attachments/"
                                            + attachment.id()
                                            + "."
                                            + FileKind.ofMediaType(attachment.mediaType())
                                                    .extensions()
                                                    .getFirst(),
                                    bytes));
        }
    }

    private Optional<byte[]> content(Actor actor, PersonId person, Attachment attachment) {
        return transactions.in(
                actor,
                () ->
                        attachments
                                .sealed(actor.employer(), attachment.id())
                                .flatMap(sealed ->
                                        vault.keys(actor, List.of(person)).open(person, sealed)));
    }

    private record Kept(
            List<Note> notes,
            List<String> tags,
            List<Consent> consents,
            List<Attachment> attachments) {

        boolean isEmpty() {
            return notes.isEmpty() && tags.isEmpty() && consents.isEmpty() && attachments.isEmpty();
        }
    }
}
