package dev.assay.hiring.boards;

import dev.assay.hiring.boards.BoardPayload.Name;
import dev.assay.hiring.jobs.JobId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Indeed Apply: signed by HMAC-SHA-1 over the raw body, in base 64. It retries what is no refusal;
 * 410 may end the listing for good, so a paused job never gets it.
 */
@Component
class IndeedApply implements BoardAdapter {

    private static final List<String> QUESTIONS =
            List.of("/questionsAndAnswers", "/screenerQuestionsAndAnswers");
    private static final String DEMOGRAPHIC = "/demographicQuestionsAndAnswers";

    /** Where some of its shapes have what applicants say of themselves. */
    private static final List<String> EEO = List.of("/eeo", "/applicant/eeo");

    @Override
    public Board board() {
        return Board.INDEED;
    }

    @Override
    public boolean isSigned(byte[] secret, byte[] body, String signature) {
        String expected =
                Base64.getEncoder().encodeToString(Signatures.hmac("HmacSHA1", secret, body));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public BoardApplication read(JsonNode body) {
        BoardPayload payload = new BoardPayload(body);
        String reference = payload.required("/id");
        Optional<JobId> job = payload.job("/job/jobId");
        payload.candidate(
                name(payload),
                "/applicant/email",
                payload.is("/applicant/verified"),
                payload.text("/applicant/phoneNumber"));
        payload.file("/applicant/resume/file/fileName", "/applicant/resume/file/data", "resume");
        if (body.at("/applicant/resume/file/data").isMissingNode()) {
            payload.letter("/applicant/resume/text", "resume.txt");
        }
        payload.letter("/applicant/coverletter", "cover-letter.txt");
        QUESTIONS.forEach(at -> answers(payload, at, payload.at(at)));
        identified(payload, payload.at(DEMOGRAPHIC));
        EEO.forEach(at ->
                payload.at(at)
                        .properties()
                        .forEach(member ->
                                payload.identified(
                                        member.getKey(), BoardPayload.texts(member.getValue()))));
        return payload.application(reference, job);
    }

    @Override
    public boolean isQuietAboutDuplicates() {
        return false;
    }

    /** Either in two parts or as one, of which the last word is taken for the family's. */
    private static Name name(BoardPayload payload) {
        String whole = "/applicant/fullName";
        Optional<String> first = payload.text("/applicant/firstName");
        Optional<String> last = payload.text("/applicant/lastName");
        if (first.isPresent()) {
            return new Name(
                    first.get(), "/applicant/firstName", last.orElse(""), "/applicant/lastName");
        }
        String full = payload.required(whole);
        int space = full.lastIndexOf(' ');
        return space < 0
                ? new Name(full, whole, "", whole)
                : new Name(
                        full.substring(0, space).strip(), whole, full.substring(space + 1), whole);
    }

    /** A list of questions with answers, or what holds such lists. */
    private static void answers(BoardPayload payload, String pointer, JsonNode node) {
        if (node.isArray()) {
            int at = 0;
            for (JsonNode one : node) {
                answers(payload, pointer + "/" + at++, one);
            }
        } else if (node.has("question")) {
            JsonNode answer = node.path("answer");
            if (!answer.isMissingNode() && !answer.isNull()) {
                payload.answer(
                        new GivenAnswer(
                                node.at("/question/id").asString(""),
                                node.at("/question/question").asString(""),
                                BoardPayload.texts(answer),
                                answer,
                                pointer));
            }
        } else if (node.isObject()) {
            answers(payload, pointer + "/questionsAndAnswers", node.path("questionsAndAnswers"));
        }
    }

    private static void identified(BoardPayload payload, JsonNode node) {
        if (node.isArray()) {
            node.forEach(one -> identified(payload, one));
        } else if (node.has("question")) {
            String id = node.at("/question/id").asString("");
            payload.identified(
                    id.isBlank() ? node.at("/question/question").asString("") : id,
                    BoardPayload.texts(node.path("answer")));
        } else if (node.isObject()) {
            identified(payload, node.path("questionsAndAnswers"));
        }
    }
}
