package dev.assay.admin.partners;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.partners.FeedAddress;
import dev.assay.hiring.partners.FeedPull;
import dev.assay.hiring.partners.Grant;
import dev.assay.hiring.partners.LeftOut;
import dev.assay.hiring.partners.Partner;
import dev.assay.hiring.partners.PartnerRight;
import dev.assay.hiring.partners.PartnerView;
import dev.assay.hiring.postings.PostingFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Job boards and their grants in words. */
@Component
class PartnerWords {

    private final Words words;
    private final Moments moments;

    PartnerWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    PartnerRow row(PartnerView view) {
        Optional<Partner.Former> former = view.partner().former();
        return new PartnerRow(
                view.partner().id().toString(),
                view.partner().name(),
                view.partner().clientId(),
                former.map(Partner.Former::clientId).orElse(null),
                former.map(Partner.Former::until).map(moments::of).orElse(null),
                view.own(),
                view.partner().disabled(),
                view.partner().version().value(),
                state(view),
                view.grant().map(this::rights).orElse(null),
                view.grant().map(this::jobs).orElse(null));
    }

    FeedLine line(FeedPull pull, List<LeftOut> missing) {
        return new FeedLine(
                pull.kind().title(),
                moments.of(pull.at()),
                pull.etag().orElse(null),
                pull.rejected() == 0
                        ? Badge.verified(words.say("partner.feed.whole"))
                        : Badge.unsure(words.say("partner.feed.left-out", pull.rejected())),
                pull.items(),
                pull.rejected(),
                missing.stream()
                        .map(one ->
                                new FeedLine.Missing(
                                        one.job().toString(),
                                        one.title(),
                                        one.faults().stream()
                                                .map(PostingFault::code)
                                                .map(PostingFault.Code::meaning)
                                                .distinct()
                                                .toList()))
                        .toList());
    }

    FeedAddressRow row(FeedAddress address) {
        return new FeedAddressRow(
                address.id().toString(),
                address.kind().outlet().title(),
                moments.of(address.madeAt()),
                address.pulledAt().map(moments::of).orElse(null));
    }

    private Badge state(PartnerView view) {
        if (view.partner().disabled()) {
            return Badge.failed(words.say("partner.state.disabled"));
        }
        return view.grant().isPresent()
                ? Badge.verified(words.say("partner.state.granted"))
                : Badge.none(words.say("partner.state.nothing"));
    }

    private String rights(Grant grant) {
        return grant.rights().stream()
                .sorted()
                .map(PartnerRight::wireName)
                .map(right -> words.say("partner.right." + right))
                .collect(Collectors.joining(", "));
    }

    private String jobs(Grant grant) {
        return grant.jobs()
                .map(named -> words.say("partner.jobs.chosen", named.size()))
                .orElseGet(() -> words.say("partner.jobs.all"));
    }
}
