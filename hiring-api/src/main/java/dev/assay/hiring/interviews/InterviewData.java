package dev.assay.hiring.interviews;

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
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Words about a person are under that person's key, and go with it; what they needed goes
 * altogether. Figures and times stay: what was decided on them must be explainable.
 */
@Component
class InterviewData implements PersonalDataHolder {

    private final ScorecardRepository scorecards;
    private final InterviewRepository interviews;
    private final AccommodationRepository accommodations;
    private final TenantTransaction transactions;
    private final PersonalVault vault;

    InterviewData(
            ScorecardRepository scorecards,
            InterviewRepository interviews,
            AccommodationRepository accommodations,
            TenantTransaction transactions,
            PersonalVault vault) {
        this.scorecards = scorecards;
        this.interviews = interviews;
        this.accommodations = accommodations;
        this.transactions = transactions;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "interviews";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.sealed("scorecard", "sealed_words"),
                PersonalTable.sealed("interview", "sealed_words"),
                PersonalTable.sealed("accommodation_request", "sealed_words"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        accommodations.deleteOf(actor.employer(), new CandidateId(person.value()));
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        CandidateId candidate = new CandidateId(person.value());
        export(
                to,
                "scorecards.json",
                read(
                        actor,
                        person,
                        keys -> scorecards.ofCandidate(actor.employer(), candidate, keys)));
        export(
                to,
                "interviews.json",
                read(
                        actor,
                        person,
                        keys -> interviews.ofCandidate(actor.employer(), candidate, keys)));
        export(
                to,
                "accommodations.json",
                read(
                        actor,
                        person,
                        keys -> accommodations.ofCandidate(actor.employer(), candidate, keys)));
    }

    private <T> List<T> read(Actor actor, PersonId person, Function<PersonKeys, List<T>> reader) {
        return transactions.in(actor, () -> reader.apply(vault.keys(actor, List.of(person))));
    }

    private static void export(PersonalExport to, String name, List<?> all) {
        if (!all.isEmpty()) {
            to.json(name, all);
        }
    }
}
