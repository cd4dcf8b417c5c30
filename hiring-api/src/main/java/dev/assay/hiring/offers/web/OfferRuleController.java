package dev.assay.hiring.offers.web;

import dev.assay.hiring.offers.ApprovalRule;
import dev.assay.hiring.offers.Offers;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/offer-rule")
class OfferRuleController {

    private static final int BODY_LIMIT = 1024;

    private final Offers offers;
    private final RequestJson json;

    OfferRuleController(Offers offers, RequestJson json) {
        this.offers = offers;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_OFFERS)
    ResponseEntity<OfferRuleResponse> get(Actor actor) {
        return answer(offers.rule(actor));
    }

    @PatchMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_OFFER_RULE)
    ResponseEntity<OfferRuleResponse> change(
            Actor actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Version expected = Etag.expected(ifMatch);
        OfferRuleRequest request =
                json.patched(
                        new OfferRuleRequest(offers.rule(actor).byAnother()),
                        body,
                        BODY_LIMIT,
                        OfferRuleRequest.class);
        return answer(offers.changeRule(actor, expected, request.approvalByAnother()));
    }

    private static ResponseEntity<OfferRuleResponse> answer(ApprovalRule rule) {
        return ResponseEntity.ok()
                .eTag(Etag.of(rule.version()))
                .body(new OfferRuleResponse(rule.byAnother()));
    }

    record OfferRuleRequest(@NotNull Boolean approvalByAnother) {}

    record OfferRuleResponse(boolean approvalByAnother) {}
}
