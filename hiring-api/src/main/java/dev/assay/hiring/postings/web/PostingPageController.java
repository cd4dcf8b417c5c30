package dev.assay.hiring.postings.web;

import dev.assay.hiring.credentials.CredentialAddress;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.HandedIn;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.platform.limits.PageLimits;
import dev.assay.hiring.platform.pages.PersonalPages;
import dev.assay.hiring.postings.PageApplications;
import dev.assay.hiring.postings.Posting;
import dev.assay.hiring.postings.PostingAddresses;
import dev.assay.hiring.postings.PostingPage;
import dev.assay.hiring.postings.PostingPages;
import dev.assay.hiring.postings.PublishedPostings;
import dev.assay.hiring.shared.Conflict;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/**
 * A posting's own page, for anybody: to read, for search engines to understand, and to apply. A
 * closed one says so and is marked up for nobody; a paused one stays and takes no applications.
 */
@Controller
@RequestMapping("/jobs/{employer}/{slug}")
class PostingPageController {

    /** So many forms a minute from one network address; looks have a limit of their own. */
    private static final int FORMS_A_MINUTE = 20;

    private final PostingPages postings;
    private final PublishedPostings published;
    private final PageApplications applications;
    private final PostingAddresses addresses;
    private final Credentials credentials;
    private final PersonalPages pages;
    private final PageLimits forms;

    PostingPageController(
            PostingPages postings,
            PublishedPostings published,
            PageApplications applications,
            PostingAddresses addresses,
            Credentials credentials,
            PersonalPages pages,
            Clock clock) {
        this.postings = postings;
        this.published = published;
        this.applications = applications;
        this.addresses = addresses;
        this.credentials = credentials;
        this.pages = pages;
        this.forms = new PageLimits(FORMS_A_MINUTE, clock);
    }

    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String employer,
            @PathVariable String slug,
            @RequestParam(name = PostingAddresses.SOURCE, defaultValue = "") String source,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return found(
                request,
                employer,
                slug,
                shown -> {
                    Map<String, Object> words = words(shown, source);
                    words.put("done", done);
                    return pages.page("posting", HttpStatus.OK, words);
                });
    }

    @GetMapping("/apply")
    ResponseEntity<String> ask(
            @PathVariable String employer,
            @PathVariable String slug,
            @RequestParam(name = PostingAddresses.SOURCE, defaultValue = "") String source,
            HttpServletRequest request) {
        return found(
                request,
                employer,
                slug,
                shown ->
                        shown.isTaking()
                                ? form(
                                        HttpStatus.OK,
                                        shown,
                                        source,
                                        new ApplyForm(Map.of(), shown.questions()),
                                        false)
                                : paused(shown, source));
    }

    @PostMapping("/apply")
    ResponseEntity<String> apply(
            @PathVariable String employer,
            @PathVariable String slug,
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile cv,
            HttpServletRequest request)
            throws IOException {
        Chosen chosen = Chosen.of(file, cv);
        String source = values.getOrDefault(PostingAddresses.SOURCE, "");
        return found(
                request,
                employer,
                slug,
                shown -> {
                    if (!shown.isTaking()) {
                        return paused(shown, source);
                    }
                    if (!forms.admits(request.getRemoteAddr())) {
                        return tooMany();
                    }
                    return applied(shown, source, values, chosen);
                });
    }

    /** The file is only read when a page asks for it, so this comes from there. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge() {
        return gone(
                HttpStatus.CONTENT_TOO_LARGE,
                "Nothing was handed in",
                "What you chose is too large in all: a credential has at most 1 MiB, a CV 5 MiB."
                        + " Go back, and what you wrote is still there.");
    }

    private ResponseEntity<String> applied(
            PostingPage.Shown shown, String source, Map<String, String> values, Chosen chosen) {
        ApplyForm form = new ApplyForm(values, shown.questions());
        form.check();
        if (chosen.hasCv()) {
            form.cv(chosen.cvName(), chosen.cv());
        }
        Optional<SubmittedCredential> credential =
                HandedIn.of(chosen.credential(), form.value("text"));
        credential
                .flatMap(given -> HandedIn.fault(given, this::refusal))
                .ifPresent(fault -> form.fault("text", fault));
        if (!form.faults().isEmpty()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, shown, source, form, chosen.isAnything());
        }
        Posting posting = shown.posting();
        try {
            applications.apply(
                    posting,
                    form.submission(
                            credential,
                            PageApplications.source(
                                    addresses.partner(posting.employer().id(), source))));
        } catch (Conflict closed) {
            return gone(
                    HttpStatus.CONFLICT,
                    "Nothing was handed in",
                    String.valueOf(closed.getMessage()));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(addresses.page(posting).getRawPath() + "?done=applied"))
                .build();
    }

    private Optional<String> refusal(CredentialAddress address) {
        return credentials.refusal(address);
    }

    /**
     * @param dropped whether files were chosen, which no form can give back to a browser
     */
    private ResponseEntity<String> form(
            HttpStatus status,
            PostingPage.Shown shown,
            String source,
            ApplyForm form,
            boolean dropped) {
        Map<String, Object> words = words(shown, source);
        words.put("values", form.values());
        words.put("faults", form.faults());
        words.put("dropped", dropped);
        words.put("questions", shown.questions());
        words.put("hidden", true);
        return pages.page("apply", status, words);
    }

    private Map<String, Object> words(PostingPage.Shown shown, String source) {
        Posting posting = shown.posting();
        URI page = addresses.page(posting);
        Map<String, Object> words = new HashMap<>();
        words.put("posting", posting);
        words.put("job", posting.job().content());
        words.put("taking", shown.isTaking());
        words.put("canonical", page.toString());
        words.put("path", page.getRawPath());
        boolean known = addresses.partner(posting.employer().id(), source).isPresent();
        words.put("source", known ? source : "");
        words.put(
                "applyPath",
                page.getRawPath()
                        + "/apply"
                        + (known ? "?" + PostingAddresses.SOURCE + "=" + source : ""));
        words.put("workplace", workplace(posting.job().content().workplaceType()));
        words.put("employment", employment(posting.job().content().employmentType()));
        words.put("markup", published.markup(posting, page));
        return words;
    }

    private static String workplace(WorkplaceType type) {
        return switch (type) {
            case ONSITE -> "On site";
            case HYBRID -> "Partly remote";
            case REMOTE -> "Remote";
        };
    }

    private static String employment(EmploymentType type) {
        return switch (type) {
            case FULL_TIME -> "Full time";
            case PART_TIME -> "Part time";
            case CONTRACTOR -> "As a contractor";
            case TEMPORARY -> "For a limited time";
            case INTERN -> "Internship";
            case VOLUNTEER -> "Voluntary";
            case PER_DIEM -> "By the day";
            case OTHER -> "Another kind of employment";
        };
    }

    private ResponseEntity<String> paused(PostingPage.Shown shown, String source) {
        Map<String, Object> words = words(shown, source);
        words.put("done", "");
        return pages.page("posting", HttpStatus.CONFLICT, words);
    }

    private ResponseEntity<String> found(
            HttpServletRequest request,
            String employer,
            String slug,
            Function<PostingPage.Shown, ResponseEntity<String>> page) {
        return pages.admitted(
                request,
                () ->
                        switch (postings.find(employer, slug)) {
                            case PostingPage.Shown shown -> page.apply(shown);
                            case PostingPage.Over(String name, String title) ->
                                    gone(
                                            HttpStatus.GONE,
                                            "This job is closed",
                                            "“%s” at %s takes no applications any more."
                                                    .formatted(title, name));
                            case PostingPage.None() ->
                                    gone(
                                            HttpStatus.NOT_FOUND,
                                            "There is no such job",
                                            "Perhaps a part of the address was lost on the way.");
                        });
    }

    private ResponseEntity<String> tooMany() {
        return gone(
                HttpStatus.TOO_MANY_REQUESTS,
                "Please wait a minute",
                "There were too many applications from your network at once. Yours was not handed in yet.");
    }

    private ResponseEntity<String> gone(HttpStatus status, String title, String sentence) {
        return pages.page(
                "posting-over",
                status,
                Map.of("title", title, "sentence", sentence, "hidden", true));
    }

    /**
     * The files somebody chose.
     *
     * @param credential empty for none
     * @param cvName what it is called; empty for none
     */
    private record Chosen(byte[] credential, String cvName, byte[] cv) {

        static Chosen of(@Nullable MultipartFile file, @Nullable MultipartFile cv)
                throws IOException {
            return new Chosen(
                    file == null ? new byte[0] : file.getBytes(),
                    cv == null ? "" : Objects.requireNonNullElse(cv.getOriginalFilename(), ""),
                    cv == null ? new byte[0] : cv.getBytes());
        }

        /** A browser sends a nameless file of nothing where none was chosen. */
        boolean hasCv() {
            return !cvName.isEmpty() || cv.length > 0;
        }

        boolean isAnything() {
            return hasCv() || credential.length > 0;
        }
    }
}
