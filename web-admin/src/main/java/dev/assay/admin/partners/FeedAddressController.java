package dev.assay.admin.partners;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.PartnerTabs;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.partners.FeedAddresses;
import dev.assay.hiring.partners.NewFeedAddress;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.postings.PostingAddresses;
import dev.assay.hiring.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By which addresses a board that can send no token fetches files of postings. */
@Controller
@RequestMapping(PartnerTabs.BOARDS + "/{id}/addresses")
class FeedAddressController {

    private final FeedAddresses addresses;
    private final Partners partners;
    private final PostingAddresses home;
    private final Words words;

    FeedAddressController(
            FeedAddresses addresses, Partners partners, PostingAddresses home, Words words) {
        this.addresses = addresses;
        this.partners = partners;
        this.home = home;
        this.words = words;
    }

    /** The address is on this answer and never again, so it is no page to come back to. */
    @PostMapping
    String make(SignedIn signedIn, @PathVariable UUID id, @RequestParam String kind, Model model) {
        FeedKind wanted = FeedKind.ofWireName(kind).orElseThrow(() -> new NotFound("feed"));
        NewFeedAddress made = addresses.make(signedIn.actor(), new PartnerId(id), wanted);
        model.addAttribute(
                "partner", partners.get(signedIn.actor(), new PartnerId(id)).partner().name());
        model.addAttribute("kind", wanted.outlet().title());
        model.addAttribute("url", home.of(made.path()).toString());
        model.addAttribute("back", PartnerTabs.BOARDS + "/" + id);
        model.addAttribute("trail", List.of(new Crumb("Job boards", PartnerTabs.BOARDS)));
        return "partners/address";
    }

    @PostMapping("/{address}/removal")
    String revoke(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID address,
            RedirectAttributes redirect) {
        try {
            addresses.revoke(signedIn.actor(), new PartnerId(id), address);
            Flash.done(words.say("flash.feed-address.revoked")).after(redirect);
        } catch (NotFound _) {
            Flash.failed(words.say("feed-address.gone")).after(redirect);
        }
        return "redirect:" + PartnerTabs.BOARDS + "/" + id;
    }
}
