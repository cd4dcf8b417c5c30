package dev.assay.hiring.partners;

import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import java.util.List;
import java.util.UUID;

/**
 * What lies at an address that is in force.
 *
 * @param address which one
 * @param partner whose it is, as it may act at the employer that made the address
 */
public record AddressedFeed(UUID address, FeedKind kind, Actor.Partner partner) {

    /** The partner at that one employer, whatever others grant it. */
    public CallingPartner caller() {
        return new CallingPartner(partner.partner(), List.of(partner));
    }
}
