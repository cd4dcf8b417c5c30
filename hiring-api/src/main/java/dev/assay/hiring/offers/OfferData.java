package dev.assay.hiring.offers;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody was offered, when they start, and how they did. */
@Component
class OfferData implements PersonalDataHolder {

    private final OfferRepository offers;
    private final HireRepository hires;
    private final Offers ending;
    private final Applications applications;
    private final TenantTransaction transactions;

    OfferData(
            OfferRepository offers,
            HireRepository hires,
            Offers ending,
            Applications applications,
            TenantTransaction transactions) {
        this.offers = offers;
        this.hires = hires;
        this.ending = ending;
        this.applications = applications;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "offers";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.readable(
                        "offer", "amount", "usual_amount", "starts_on", "expires_on"),
                PersonalTable.readable("hire", "starts_on", "left_on"),
                PersonalTable.readable("hire_rating", "rating", "note"));
    }

    /** An open offer to nobody is withdrawn. */
    @Override
    public void erase(Actor actor, PersonId person) {
        List<ApplicationId> all = applicationsOf(actor, person);
        for (ApplicationId application : all) {
            offers.holdOpen(actor.employer(), application)
                    .ifPresent(open -> ending.end(actor, open, OfferState.WITHDRAWN));
        }
        offers.emptyContent(actor.employer(), all);
        hires.emptyPersonal(actor.employer(), all);
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        List<ApplicationId> all = applicationsOf(actor, person);
        for (Offer offer : transactions.in(actor, () -> offers.of(actor.employer(), all))) {
            to.json("offers/" + offer.id() + ".json", offer);
        }
        for (Hire hire : transactions.in(actor, () -> hires.of(actor.employer(), all))) {
            to.json("hires/" + hire.id() + ".json", hire);
            // More than a page of them nobody makes.
            to.json(
                    "hires/" + hire.id() + "-ratings.json",
                    transactions.in(
                            actor,
                            () ->
                                    hires.ratings(
                                                    actor.employer(),
                                                    hire.id(),
                                                    Optional.empty(),
                                                    new PageSize(PageSize.MAXIMUM))
                                            .items()));
        }
    }

    private List<ApplicationId> applicationsOf(Actor actor, PersonId person) {
        return applications.ofEach(actor, Set.of(new CandidateId(person.value()))).stream()
                .map(Application::id)
                .toList();
    }
}
