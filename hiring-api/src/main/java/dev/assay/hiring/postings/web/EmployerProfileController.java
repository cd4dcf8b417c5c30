package dev.assay.hiring.postings.web;

import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.postings.EmployerProfile;
import dev.assay.hiring.postings.EmployerProfiles;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
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
@RequestMapping("/v1/employer-profile")
class EmployerProfileController {

    private static final int BODY_LIMIT = 16 * 1024;

    private final EmployerProfiles profiles;
    private final RequestJson json;

    EmployerProfileController(EmployerProfiles profiles, RequestJson json) {
        this.profiles = profiles;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<EmployerProfileResponse> get(Actor actor) {
        return answer(profiles.get(actor));
    }

    @PatchMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.MANAGE_PARTNERS)
    ResponseEntity<EmployerProfileResponse> change(
            Actor actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Version expected = Etag.expected(ifMatch);
        EmployerProfile before = profiles.get(actor);
        EmployerProfileRequest request =
                json.patched(
                        EmployerProfileRequest.of(before),
                        body,
                        BODY_LIMIT,
                        EmployerProfileRequest.class);
        return answer(
                profiles.change(
                        actor,
                        new EmployerProfile(
                                request.website(),
                                request.logo(),
                                request.linkedinCompany(),
                                expected)));
    }

    private static ResponseEntity<EmployerProfileResponse> answer(EmployerProfile profile) {
        return ResponseEntity.ok()
                .eTag(Etag.of(profile.version()))
                .body(
                        new EmployerProfileResponse(
                                profile.website(), profile.logo(), profile.linkedinCompany()));
    }

    record EmployerProfileResponse(
            @Nullable String website, @Nullable String logo, @Nullable String linkedinCompany) {}
}
