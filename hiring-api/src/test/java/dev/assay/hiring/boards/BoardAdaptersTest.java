package dev.assay.hiring.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.QuestionContent;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the boards' shapes become in ours. */
class BoardAdaptersTest {

    private static final String JOB = "019e0000-0000-7000-8000-0000000000a1";
    private static final UUID YES_NO = UUID.fromString("019e0000-0000-7000-8000-0000000000a2");
    private static final UUID NUMBER = UUID.fromString("019e0000-0000-7000-8000-0000000000a3");
    private static final UUID CHOICE = UUID.fromString("019e0000-0000-7000-8000-0000000000a4");
    private static final List<ScreeningQuestion> ASKED =
            List.of(
                    question(YES_NO, QuestionKind.YES_NO),
                    question(NUMBER, QuestionKind.NUMBER),
                    question(CHOICE, QuestionKind.CHOICE, "Mon", "Tue"));

    private static ScreeningQuestion question(UUID id, QuestionKind kind, String... options) {
        return new ScreeningQuestion(
                id,
                new JobId(UUID.fromString(JOB)),
                new QuestionContent(kind, "Asked", false, List.of(options)),
                Instant.EPOCH,
                Optional.empty());
    }

    private static BoardAdapter adapter(Board board) {
        return switch (board) {
            case INDEED -> new IndeedApply();
            case LINKEDIN -> new LinkedInApply();
        };
    }

    private static ObjectNode body(Board board) {
        return (ObjectNode)
                JsonMapper.shared()
                        .readTree(
                                BoardShapes.body(
                                        board.wireName(),
                                        Map.of(
                                                "job", JOB,
                                                "question.yesNo", YES_NO.toString(),
                                                "question.number", NUMBER.toString(),
                                                "question.choice", CHOICE.toString())));
    }

    private static BoardApplication read(Board board, Consumer<ObjectNode> change) {
        ObjectNode body = body(board);
        change.accept(body);
        return adapter(board).read(body);
    }

    private static List<Fault> faults(Board board, Consumer<ObjectNode> change) {
        return catchThrowableOfType(InvalidInput.class, () -> read(board, change)).faults();
    }

    @ParameterizedTest
    @EnumSource
    void whoAppliesForWhatWithWhichFilesIsFound(Board board) {
        BoardApplication read = read(board, _ -> {});

        assertThat(read.job()).isEqualTo(new JobId(UUID.fromString(JOB)));
        JsonNode candidate = read.submission().path("candidate");
        assertThat(candidate.path("givenName").asString())
                .isEqualTo(board == Board.INDEED ? "Zoë Anne" : "Zoë");
        assertThat(candidate.path("familyName").asString()).isEqualTo("Moran");
        assertThat(candidate.path("email").asString()).isEqualTo("zoe.moran@example.org");
        assertThat(candidate.path("emailVerified").booleanValue()).isTrue();
        assertThat(candidate.path("phone").asString()).isEqualTo("+1 555 0100");
        assertThat(read.submission().at("/attachments/0/name").asString())
                .isEqualTo("zoe-moran.txt");
        assertThat(read.submission().at("/attachments/1/name").asString())
                .isEqualTo("cover-letter.txt");
        assertThat(read.submission().at("/source/reference").asString())
                .isEqualTo(read.reference())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void answersAreThoseTheJobAsksForInItsOwnKinds(Board board) {
        AnswerMapping mapped = AnswerMapping.of(ASKED, read(board, _ -> {}).answers());

        assertThat(mapped.answers().toString())
                .isEqualTo(
                        "[{\"questionId\":\"%s\",\"value\":true},{\"questionId\":\"%s\",\"value\":7},{\"questionId\":\"%s\",\"value\":\"Tue\"},{\"question\":\"What else?\",\"value\":\"Rowing\"}]"
                                .formatted(YES_NO, NUMBER, CHOICE));
    }

    /** Wherever it was asked, and whatever the job asks besides. */
    @ParameterizedTest
    @EnumSource
    void whatNoDecisionMayKnowIsInNothingThatIsHandedIn(Board board) {
        BoardApplication read = read(board, _ -> {});
        AnswerMapping mapped = AnswerMapping.of(ASKED, read.answers());
        read.submission().set("answers", mapped.answers());

        assertThat(read.submission().toString())
                .doesNotContainIgnoringCase("veteran")
                .doesNotContainIgnoringCase("gender")
                .doesNotContain("Woman", "FEMALE");
        assertThat(read.selfIdentification().size() + mapped.identified().size()).isEqualTo(2);
        assertThat(read.selfIdentification())
                .anySatisfy(said -> assertThat(said.answer()).startsWith("NOT_A_VETERAN"));
        assertThat(read.selfIdentification().toString() + mapped.identified() + read)
                .doesNotContainIgnoringCase("veteran")
                .doesNotContain("Woman", "zoe");
    }

    @ParameterizedTest
    @CsvSource({
        "INDEED, /id",
        "INDEED, /job/jobId",
        "INDEED, /applicant/email",
        "INDEED, /applicant/fullName",
        "LINKEDIN, /jobApplicationId",
        "LINKEDIN, /partnerJobId",
        "LINKEDIN, /profile/emailAddress",
        "LINKEDIN, /profile/firstName"
    })
    void whatIsMissingIsNamedInTheBoardsOwnShape(Board board, String pointer) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);

        assertThat(faults(board, body -> ((ObjectNode) body.at(parent)).remove(member)))
                .containsExactly(new Fault(pointer, "is required"));
        assertThat(faults(board, body -> ((ObjectNode) body.at(parent)).putArray(member)))
                .contains(new Fault(pointer, "must be text"));
    }

    @Test
    void aJobThatNoFileOfOursNamesIsNoneAndNothingIsAnObject() {
        assertThat(faults(Board.LINKEDIN, body -> body.put("partnerJobId", "4711")))
                .containsExactly(new Fault("/partnerJobId", "is no reference of our postings"));
        assertThat(
                        catchThrowableOfType(
                                        InvalidInput.class,
                                        () ->
                                                new IndeedApply()
                                                        .read(JsonMapper.shared().readTree("[]")))
                                .faults())
                .containsExactly(new Fault("", "must be an object"));
    }

    @Test
    void faultsOfOurShapeAreNamedInTheBoards() {
        BoardApplication read = read(Board.INDEED, _ -> {});
        AnswerMapping mapped = AnswerMapping.of(ASKED, read.answers());
        InvalidInput ours =
                new InvalidInput(
                        List.of(
                                new Fault("/attachments/0/content", "a"),
                                new Fault("/answers/1/value", "b"),
                                new Fault("/candidate/email", "c"),
                                new Fault("/answers", "d")));

        assertThat(read.named(ours, mapped.pointers()).faults())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/applicant/resume/file/data",
                        "/screenerQuestionsAndAnswers/questionsAndAnswers/1",
                        "/applicant/email",
                        "/answers");
    }

    @Test
    void anAnswerInNoWayTheKindAskedForIsLeftToBeRefused() {
        BoardApplication read =
                read(
                        Board.LINKEDIN,
                        body ->
                                ((ObjectNode)
                                                body.at(
                                                        "/questionResponses/additionalQuestionResponses/1"))
                                        .put("answer", "many"));

        assertThat(AnswerMapping.of(ASKED, read.answers()).answers().at("/1/value").asString())
                .isEqualTo("many");
    }

    @Test
    void anAddressIsReadOnlyAsItIsWritten() {
        BoardAddress address =
                new BoardAddress(
                        new dev.assay.hiring.shared.EmployerId(UUID.randomUUID()),
                        UUID.randomUUID());

        assertThat(BoardAddress.parse(address.text())).contains(address);
        for (String other :
                List.of("", "a", address.text() + "=", address.text() + "AA", "ä".repeat(43))) {
            assertThat(BoardAddress.parse(other)).isEmpty();
        }
    }
}
