package dev.assay.hiring.postings.web;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.postings.Outlet;
import dev.assay.hiring.postings.PostingFault;
import dev.assay.hiring.postings.PublishedPostings;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PostingLintController {

    private final PublishedPostings postings;

    PostingLintController(PublishedPostings postings) {
        this.postings = postings;
    }

    /** There are few, so the one page is the whole of them. */
    @GetMapping("/v1/jobs/{id}/posting-lint")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<PageResponse<PostingFaultResponse>> lint(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok(
                new PageResponse<>(
                        postings.lint(actor, new JobId(id)).stream()
                                .map(PostingFaultResponse::of)
                                .toList(),
                        null));
    }

    record PostingFaultResponse(
            Outlet outlet,
            boolean rejected,
            String code,
            boolean ofEmployer,
            String pointer,
            String detail) {

        static PostingFaultResponse of(PostingFault fault) {
            return new PostingFaultResponse(
                    fault.outlet(),
                    fault.rejected(),
                    fault.code().wireName(),
                    fault.code().ofEmployer(),
                    fault.pointer(),
                    fault.code().meaning());
        }
    }
}
