package dev.assay.admin.training;

import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.shared.ApplicationId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one application's candidate would cost to train, as things are now. */
@Controller
class EstimateController {

    private final EstimatePages pages;

    EstimateController(EstimatePages pages) {
        this.pages = pages;
    }

    @GetMapping("/console/applications/{id}/training")
    String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.page(signedIn.actor(), new ApplicationId(id)));
        return "training/estimate";
    }
}
