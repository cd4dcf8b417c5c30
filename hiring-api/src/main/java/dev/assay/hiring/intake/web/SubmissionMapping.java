package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.CredentialAddress;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.dossier.AttachmentRequest;
import dev.assay.hiring.dossier.ConsentRequest;
import dev.assay.hiring.dossier.NewAttachment;
import dev.assay.hiring.dossier.NewConsent;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.SubmissionReader;
import dev.assay.hiring.intake.web.SubmissionRequest.CandidateRequest;
import dev.assay.hiring.intake.web.SubmissionRequest.CredentialRequest;
import dev.assay.hiring.intake.web.SubmissionRequest.SourceRequest;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.web.RawJson;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Between the body of a submission and what it means. */
@Component
class SubmissionMapping implements SubmissionReader {

    private static final String BOTH = "give either the document or its address";
    private static final String NO_DOCUMENT = "must be a JSON object, or a compact token as text";
    private static final String TOO_LARGE =
            "is larger than " + SubmittedDocument.MAXIMUM_BYTES + " bytes";

    private final Credentials credentials;
    private final RequestJson json;
    private final JsonMapper trees;

    SubmissionMapping(Credentials credentials, RequestJson json, JsonMapper trees) {
        this.credentials = credentials;
        this.json = json;
        this.trees = trees;
    }

    @Override
    public Submission read(byte[] received) {
        return submission(json.read(received, SubmissionRequest.class), received);
    }

    private Submission submission(SubmissionRequest request, byte[] received) {
        CandidateRequest candidate = request.candidate();
        SourceRequest source = request.source();
        return new Submission(
                new NewCandidate(
                        candidate.givenName(),
                        candidate.familyName(),
                        new Email(candidate.email()),
                        Objects.requireNonNullElse(candidate.emailVerified(), false),
                        candidate.phone()),
                submitted(request.credentials()),
                source == null
                        ? new ApplicationSource("direct", null)
                        : new ApplicationSource(source.channel(), source.reference()),
                files(request.attachments()),
                consents(request.consents()),
                received);
    }

    private List<NewAttachment> files(@Nullable List<RawJson> requests) {
        List<RawJson> sent = Objects.requireNonNullElse(requests, List.<RawJson>of());
        List<NewAttachment> files = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String pointer = "/attachments/" + i;
            files.add(within(sent.get(i), pointer, AttachmentRequest.class).file(pointer));
        }
        return files;
    }

    /** What is no object says nothing that we understand; it stays in the sealed copy. */
    private List<NewConsent> consents(@Nullable List<RawJson> requests) {
        List<RawJson> sent = Objects.requireNonNullElse(requests, List.<RawJson>of());
        List<NewConsent> consents = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).bytes()[0] == '{') {
                consents.add(within(sent.get(i), "/consents/" + i, ConsentRequest.class).consent());
            }
        }
        return consents;
    }

    /** Reads a part of the body, whose faults are named by where they are in the whole. */
    private <T> T within(RawJson part, String pointer, Class<T> type) {
        try {
            return json.read(part.bytes(), type);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(within(pointer, invalid.faults()));
        } catch (BadRequest malformed) {
            throw new InvalidInput(
                    malformed.faults().isEmpty()
                            ? List.of(new Fault(pointer, "is malformed"))
                            : within(pointer, malformed.faults()));
        }
    }

    private static List<Fault> within(String pointer, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(pointer + fault.pointer(), fault.detail()))
                .toList();
    }

    private List<SubmittedCredential> submitted(@Nullable List<CredentialRequest> requests) {
        List<SubmittedCredential> submitted = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<CredentialRequest> sent =
                Objects.requireNonNullElse(requests, List.<CredentialRequest>of());
        for (int i = 0; i < sent.size(); i++) {
            submitted(sent.get(i), "/credentials/" + i, faults).ifPresent(submitted::add);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return submitted;
    }

    /**
     * One credential handed in by itself.
     *
     * @throws InvalidInput when it is neither a document nor an address that may be fetched
     */
    SubmittedCredential credential(CredentialRequest request) {
        List<Fault> faults = new ArrayList<>();
        return submitted(request, "", faults).orElseThrow(() -> new InvalidInput(faults));
    }

    private Optional<SubmittedCredential> submitted(
            CredentialRequest request, String pointer, List<Fault> faults) {
        RawJson document = request.document();
        String url = request.url();
        if (url != null) {
            return address(url, document, pointer + "/url", faults).map(Function.identity());
        }
        if (document == null || !isDocument(document)) {
            faults.add(new Fault(pointer + "/document", NO_DOCUMENT));
            return Optional.empty();
        }
        if (document.bytes().length > SubmittedDocument.MAXIMUM_BYTES) {
            faults.add(new Fault(pointer + "/document", TOO_LARGE));
            return Optional.empty();
        }
        return Optional.of(document(document));
    }

    private Optional<CredentialAddress> address(
            String url, @Nullable RawJson document, String pointer, List<Fault> faults) {
        CredentialAddress address = new CredentialAddress(url);
        Optional<String> refusal =
                document == null
                        ? credentials.refusal(address).map(words -> "is refused: " + words)
                        : Optional.of(BOTH);
        refusal.ifPresent(words -> faults.add(new Fault(pointer, words)));
        return refusal.isPresent() ? Optional.empty() : Optional.of(address);
    }

    private static boolean isDocument(RawJson raw) {
        return raw.bytes()[0] == '{' || isText(raw);
    }

    private static boolean isText(RawJson raw) {
        return raw.bytes()[0] == '"';
    }

    private SubmittedDocument document(RawJson raw) {
        return isText(raw)
                ? new SubmittedDocument(
                        trees.readTree(raw.bytes()).asString().getBytes(StandardCharsets.UTF_8),
                        "application/vc+jwt")
                : new SubmittedDocument(raw.bytes(), "application/vc+ld+json");
    }
}
