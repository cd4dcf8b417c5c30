package dev.assay.hiring.credentials;

import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credentials as received and what was found in them. The verdicts stay when the person is erased,
 * so that a score can still be explained; whatever the document said goes.
 */
@Component
class CredentialData implements PersonalDataHolder {

    private final CredentialRepository repository;
    private final RecheckRepository rechecks;
    private final WatchRepository watched;
    private final TenantTransaction transactions;
    private final PersonalVault vault;
    private final JsonMapper json;

    private record Verified(
            UUID credentialId,
            UUID applicationId,
            Instant submittedAt,
            Optional<Instant> withdrawnAt,
            Instant verifiedAt,
            VerificationReport report) {

        static Verified of(StoredCredential credential) {
            return new Verified(
                    credential.id().value(),
                    credential.application().value(),
                    credential.submittedAt(),
                    credential.withdrawnAt(),
                    credential.verifiedAt(),
                    credential.report());
        }
    }

    CredentialData(
            CredentialRepository repository,
            RecheckRepository rechecks,
            WatchRepository watched,
            TenantTransaction transactions,
            PersonalVault vault,
            JsonMapper json) {
        this.repository = repository;
        this.rechecks = rechecks;
        this.watched = watched;
        this.transactions = transactions;
        this.vault = vault;
        this.json = json;
    }

    @Override
    public String name() {
        return "credentials";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                new PersonalTable(
                        "credential",
                        Set.of("media_type", "issuer_id", "issuer_name"),
                        Set.of("sealed", "digest", "sealed_address")),
                new PersonalTable(
                        "credential_verification",
                        Set.of("report"),
                        Set.of("sealed", "sealed_evidence")),
                PersonalTable.readable("credential_document", "address"),
                PersonalTable.readable("watched_document", "address"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        CandidateId candidate = new CandidateId(person.value());
        rechecks.deleteOf(actor.employer(), candidate);
        watched.deleteOf(actor.employer(), candidate);
        repository.emptyOf(actor.employer(), candidate);
        repository.reduceReportsOf(actor.employer(), candidate);
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        CandidateId candidate = new CandidateId(person.value());
        List<CredentialId> ids =
                transactions.in(actor, () -> repository.idsOf(actor.employer(), candidate));
        for (CredentialId id : ids) {
            address(actor, person, id).ifPresent(bytes -> to.file(id + "/address", bytes));
            Optional<byte[]> document = document(actor, person, id);
            document.ifPresent(bytes -> to.file(id + "/document", bytes));
            List<EvidencePack> packs = evidence(actor, person, id);
            for (int i = 0; i < packs.size(); i++) {
                byte[] pack = packs.get(i).with(document.orElseThrow());
                to.file("%s/evidence-%d.json".formatted(id, i + 1), pack);
            }
            to.json(
                    id + "/verifications.json",
                    verifications(actor, id).stream().map(Verified::of).toList());
        }
    }

    private Optional<byte[]> address(Actor actor, PersonId person, CredentialId id) {
        return transactions.in(
                actor,
                () ->
                        repository
                                .address(actor.employer(), id)
                                .flatMap(sealed ->
                                        vault.keys(actor, List.of(person)).open(person, sealed)));
    }

    private Optional<byte[]> document(Actor actor, PersonId person, CredentialId id) {
        return transactions.in(
                actor,
                () ->
                        repository
                                .document(actor.employer(), id)
                                .flatMap(sealed ->
                                        vault.keys(actor, List.of(person)).open(person, sealed)));
    }

    private List<EvidencePack> evidence(Actor actor, PersonId person, CredentialId id) {
        return transactions.in(
                actor,
                () ->
                        repository.evidence(actor.employer(), id).stream()
                                .flatMap(sealed ->
                                        vault
                                                .keys(actor, List.of(person))
                                                .open(person, sealed)
                                                .stream())
                                .map(EvidencePack::new)
                                .toList());
    }

    private List<StoredCredential> verifications(Actor actor, CredentialId id) {
        return transactions.in(
                actor,
                () -> {
                    List<SealedCredential> rows = repository.verifications(actor.employer(), id);
                    var keys =
                            vault.keys(
                                    actor,
                                    rows.stream()
                                            .map(row -> row.plain().candidate().person())
                                            .distinct()
                                            .toList());
                    return rows.stream().map(row -> row.opened(keys, json)).toList();
                });
    }
}
