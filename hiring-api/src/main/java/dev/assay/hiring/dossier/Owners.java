package dev.assay.hiring.dossier;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds whom a dossier is about: a candidate, or the one of an application. */
@Component
public class Owners {

    private final Applications applications;
    private final Candidates candidates;
    private final TenantTransaction transactions;

    Owners(Applications applications, Candidates candidates, TenantTransaction transactions) {
        this.applications = applications;
        this.candidates = candidates;
        this.transactions = transactions;
    }

    /**
     * @throws NotFound when this employer has no such application, or its candidate was erased
     */
    public Owner of(Actor actor, ApplicationId id) {
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    return new Owner(
                            candidates.get(actor, application.candidate()).id(), Optional.of(id));
                });
    }

    /**
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public Owner of(Actor actor, CandidateId id) {
        return transactions.in(
                actor, () -> new Owner(candidates.get(actor, id).id(), Optional.empty()));
    }
}
