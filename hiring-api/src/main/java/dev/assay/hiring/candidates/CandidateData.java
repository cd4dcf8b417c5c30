package dev.assay.hiring.candidates;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What we say of a person in plain text: the one row of theirs, emptied but not deleted. */
@Component
class CandidateData implements PersonalDataHolder {

    private final CandidateRepository repository;
    private final TenantTransaction transactions;
    private final Clock clock;

    private record Profile(
            UUID id,
            String givenName,
            String familyName,
            String email,
            String emailStatus,
            @Nullable String phone,
            Instant createdAt,
            @Nullable UUID mergedInto) {

        static Profile of(Candidate candidate) {
            return new Profile(
                    candidate.id().value(),
                    candidate.givenName(),
                    candidate.familyName(),
                    candidate.email().address(),
                    candidate.emailStatus().wireName(),
                    candidate.phone(),
                    candidate.createdAt(),
                    candidate.mergedInto().map(CandidateId::value).orElse(null));
        }
    }

    CandidateData(CandidateRepository repository, TenantTransaction transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.readable(
                        "candidate", "given_name", "family_name", "email", "email_key", "phone"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        repository.empty(actor.employer(), new CandidateId(person.value()), clock.instant());
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        transactions
                .in(
                        actor,
                        () ->
                                repository.withIds(
                                        actor.employer(), List.of(new CandidateId(person.value()))))
                .forEach(candidate -> to.json(candidate.id() + ".json", Profile.of(candidate)));
    }
}
