package dev.assay.hiring.selfservice.web;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.HandedIn;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.disputes.DisputeKind;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.disputes.NewDispute;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.platform.pages.PersonalPages;
import dev.assay.hiring.records.LearningRecords;
import dev.assay.hiring.scoring.Receipts;
import dev.assay.hiring.selfservice.CandidateLinks;
import dev.assay.hiring.selfservice.Explanations;
import dev.assay.hiring.selfservice.Visit;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/**
 * A candidate's own pages, by their link. Looking changes nothing; each change is a form of its own
 * with a button, and comes back to the first page.
 */
@Controller
@RequestMapping("/me/application")
class CandidatePageController {

    private static final Set<String> DONE = Set.of("credential", "withdrawal", "dispute");
    private static final int LONGEST_STATEMENT = 4_000;
    private static final long LARGEST_FILE = 1024 * 1024;

    private final CandidateLinks links;
    private final Explanations explanations;
    private final Applications applications;
    private final Intake intake;
    private final Credentials credentials;
    private final Receipts receipts;
    private final LearningRecords records;
    private final Disputes disputes;
    private final Candidates candidates;
    private final PersonalPages pages;

    CandidatePageController(
            CandidateLinks links,
            Explanations explanations,
            Applications applications,
            Intake intake,
            Credentials credentials,
            Receipts receipts,
            LearningRecords records,
            Disputes disputes,
            Candidates candidates,
            PersonalPages pages) {
        this.links = links;
        this.explanations = explanations;
        this.applications = applications;
        this.intake = intake;
        this.credentials = credentials;
        this.receipts = receipts;
        this.records = records;
        this.disputes = disputes;
        this.candidates = candidates;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> show(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return opened(
                request,
                token,
                open ->
                        page(
                                "application",
                                HttpStatus.OK,
                                open,
                                token,
                                Map.of("done", DONE.contains(done) ? done : "")));
    }

    @GetMapping("/receipt")
    ResponseEntity<String> receipt(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return opened(
                request,
                token,
                open ->
                        file(
                                "score-receipt.json",
                                receipts.forCandidate(open.actor(), open.application())));
    }

    @GetMapping("/record")
    ResponseEntity<String> record(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return opened(
                request,
                token,
                open ->
                        file(
                                "learning-employment-record.json",
                                records.ofApplication(open.actor(), open.application())));
    }

    /**
     * A signed document to keep: {@code no-store} like every page, so it is made anew each time.
     */
    private static ResponseEntity<String> file(String name, ObjectNode document) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(document.toPrettyString());
    }

    @GetMapping("/credentials")
    ResponseEntity<String> askForCredential(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return opened(request, token, open -> addPage(HttpStatus.OK, open, token, ""));
    }

    @PostMapping("/credentials")
    ResponseEntity<String> addCredential(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request)
            throws IOException {
        if (file != null && file.getSize() > LARGEST_FILE) {
            throw new MaxUploadSizeExceededException(LARGEST_FILE);
        }
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return opened(
                request,
                token,
                open -> {
                    Optional<SubmittedCredential> credential = HandedIn.of(content, text);
                    Optional<String> fault = fault(credential);
                    if (fault.isPresent()) {
                        return addPage(HttpStatus.UNPROCESSABLE_CONTENT, open, token, fault.get());
                    }
                    try {
                        intake.add(
                                open.actor(),
                                intake.verifyAddition(
                                        open.actor(),
                                        open.application(),
                                        credential.orElseThrow()));
                    } catch (Conflict conflict) {
                        return addPage(
                                HttpStatus.CONFLICT,
                                open,
                                token,
                                String.valueOf(conflict.getMessage()));
                    }
                    return back(token, "credential");
                });
    }

    @GetMapping("/dispute")
    ResponseEntity<String> askWhatIsWrong(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return opened(request, token, open -> disputePage(HttpStatus.OK, open, token, "", ""));
    }

    @PostMapping("/dispute")
    ResponseEntity<String> dispute(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(defaultValue = "other") String about,
            @RequestParam(defaultValue = "") String statement,
            HttpServletRequest request) {
        return opened(request, token, open -> disputed(open, token, about, statement.strip()));
    }

    @GetMapping("/withdrawal")
    ResponseEntity<String> askForWithdrawal(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return opened(
                request,
                token,
                open ->
                        canWithdraw(open)
                                ? page("withdraw", HttpStatus.OK, open, token, Map.of())
                                : overAlready());
    }

    @PostMapping("/withdrawal")
    ResponseEntity<String> withdraw(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return opened(
                request,
                token,
                open -> {
                    if (!canWithdraw(open)) {
                        return overAlready();
                    }
                    applications.move(
                            open.actor(),
                            open.application(),
                            Optional.empty(),
                            new Move(
                                    ApplicationPhase.WITHDRAWN,
                                    Optional.of(TransitionReason.CANDIDATE_WITHDREW),
                                    Optional.empty()));
                    return back(token, "withdrawal");
                });
    }

    /** The file is only read when a page asks for it, so this comes from there. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge() {
        return pages.message(
                HttpStatus.CONTENT_TOO_LARGE, "Nothing was handed in", HandedIn.TOO_LARGE);
    }

    private Optional<String> fault(Optional<SubmittedCredential> credential) {
        if (credential.isEmpty()) {
            return Optional.of(
                    "Please choose a file, or paste a credential or its address into the field.");
        }
        return HandedIn.fault(credential.get(), credentials::refusal);
    }

    private ResponseEntity<String> disputed(
            Visit.Open open, String token, String about, String statement) {
        if (statement.isEmpty() || statement.length() > LONGEST_STATEMENT) {
            return disputePage(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    open,
                    token,
                    "Please write what is wrong, in at most %d characters."
                            .formatted(LONGEST_STATEMENT),
                    statement);
        }
        try {
            disputes.open(open.actor(), open.application(), newDispute(about, statement));
            return back(token, "dispute");
        } catch (InvalidInput unknown) {
            return disputePage(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    open,
                    token,
                    "Please choose from the list what it is about.",
                    statement);
        } catch (Conflict conflict) {
            return disputePage(
                    HttpStatus.CONFLICT,
                    open,
                    token,
                    String.valueOf(conflict.getMessage()),
                    statement);
        }
    }

    /**
     * @param about a kind, and after a colon which one
     */
    private static NewDispute newDispute(String about, String statement) {
        String[] parts = about.split(":", 2);
        DisputeKind kind =
                DisputeKind.ofWireName(parts[0])
                        .orElseThrow(() -> new InvalidInput("/about", "is no kind"));
        try {
            return new NewDispute(
                    kind,
                    parts.length == 1 ? Optional.empty() : Optional.of(UUID.fromString(parts[1])),
                    statement);
        } catch (IllegalArgumentException noId) {
            throw new InvalidInput("/about", "names none");
        }
    }

    private ResponseEntity<String> disputePage(
            HttpStatus status, Visit.Open open, String token, String fault, String statement) {
        Candidate candidate =
                candidates.get(
                        open.actor(),
                        applications.get(open.actor(), open.application()).candidate());
        return page(
                "dispute",
                status,
                open,
                token,
                Map.of(
                        "fault",
                        fault,
                        "statement",
                        statement,
                        "candidate",
                        candidate,
                        "days",
                        disputes.answeredWithin().toDays()));
    }

    private ResponseEntity<String> addPage(
            HttpStatus status, Visit.Open open, String token, String fault) {
        return page("add-credential", status, open, token, Map.of("fault", fault));
    }

    private boolean canWithdraw(Visit.Open open) {
        return applications
                .get(open.actor(), open.application())
                .phase()
                .next()
                .contains(ApplicationPhase.WITHDRAWN);
    }

    private ResponseEntity<String> overAlready() {
        return pages.message(
                HttpStatus.CONFLICT,
                "There is nothing to withdraw",
                "This application has come to its end already.");
    }

    private ResponseEntity<String> page(
            String template,
            HttpStatus status,
            Visit.Open open,
            String token,
            Map<String, Object> more) {
        Map<String, Object> words = new HashMap<>(more);
        words.put("told", explanations.of(open.actor(), open.application()));
        words.put("canWithdraw", canWithdraw(open));
        words.put("disputes", disputes.of(open.actor(), open.application()));
        words.put("query", "?t=" + token);
        words.put("token", token);
        return pages.page(template, status, words);
    }

    private ResponseEntity<String> opened(
            HttpServletRequest request,
            String token,
            Function<Visit.Open, ResponseEntity<String>> page) {
        return pages.admitted(
                request,
                () ->
                        switch (links.visit(token)) {
                            case Visit.Open open -> page.apply(open);
                            case Visit.Over() ->
                                    pages.message(
                                            HttpStatus.GONE,
                                            "This link has come to its end",
                                            "Please write to the employer you applied to: they can send you another.");
                            case Visit.Unknown() ->
                                    pages.message(
                                            HttpStatus.NOT_FOUND,
                                            "This link does not work",
                                            "Perhaps a part of it was lost on the way. Please open it from the mail once more, or copy all of it.");
                        });
    }

    private static ResponseEntity<String> back(String token, String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/me/application?t=" + token + "&done=" + done))
                .build();
    }
}
