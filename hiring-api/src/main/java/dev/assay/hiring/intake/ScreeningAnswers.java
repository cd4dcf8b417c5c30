package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.jobs.ScreeningQuestions;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to a job's screening questions. They stay in the sealed copy of what was handed in, and
 * go with it; nothing scores them, and none rejects anybody.
 */
@Component
public class ScreeningAnswers {

    private static final int LONGEST = 10_000;

    private final ScreeningQuestions questions;
    private final Applications applications;
    private final Candidates candidates;
    private final TenantTransaction transactions;
    private final JsonMapper json;

    ScreeningAnswers(
            ScreeningQuestions questions,
            Applications applications,
            Candidates candidates,
            TenantTransaction transactions,
            JsonMapper json) {
        this.questions = questions;
        this.applications = applications;
        this.candidates = candidates;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Refuses a submission that leaves a required question open or answers one in another kind.
     * What names no question is kept as it is.
     *
     * @throws InvalidInput naming each answer at fault
     */
    void requireFitting(List<ScreeningQuestion> asked, byte[] received) {
        if (asked.isEmpty()) {
            return;
        }
        List<Fault> faults = faults(asked, json.readTree(received).path("answers"));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Whether {@link #requireFitting} would let it pass. */
    boolean isFitting(List<ScreeningQuestion> asked, byte[] received) {
        return asked.isEmpty() || faults(asked, json.readTree(received).path("answers")).isEmpty();
    }

    /**
     * What a job asks whoever applies now, in the order to ask it.
     *
     * @throws NotFound when this employer has no such job
     */
    List<ScreeningQuestion> asked(Actor actor, JobId job) {
        return questions.of(actor, job).stream()
                .filter(question -> question.retiredAt().isEmpty())
                .toList();
    }

    /**
     * What an applicant answered, in the order it was handed in; nothing once they are erased, and
     * none of their own words while they are reviewed blind.
     *
     * @throws NotFound when the actor sees no such application
     */
    public List<ScreeningAnswer> of(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    Map<String, ScreeningQuestion> known =
                            byId(questions.of(actor, application.job()));
                    boolean hidden = candidates.isHidden(actor, application.candidate());
                    return applications
                            .received(actor, id)
                            .map(bytes -> json.readTree(bytes).path("answers"))
                            .map(sent ->
                                    sent.valueStream()
                                            .map(one -> answer(one, known))
                                            .map(one -> hidden ? one.withoutOwnWords() : one)
                                            .toList())
                            .orElse(List.of());
                });
    }

    private static ScreeningAnswer answer(JsonNode sent, Map<String, ScreeningQuestion> known) {
        Optional<ScreeningQuestion> question = Optional.ofNullable(known.get(questionOf(sent)));
        return new ScreeningAnswer(
                question,
                question.isPresent()
                        ? sent.path("value").asString(sent.path("value").toString())
                        : sent.toString());
    }

    static List<Fault> faults(List<ScreeningQuestion> asked, JsonNode answers) {
        Map<String, ScreeningQuestion> open = byId(asked);
        Set<String> answered = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        int at = 0;
        for (JsonNode answer : answers) {
            String pointer = "/answers/" + at++;
            String named = questionOf(answer);
            if (named.isEmpty()) {
                continue;
            }
            ScreeningQuestion question = open.get(named);
            if (question == null) {
                faults.add(new Fault(pointer + "/questionId", "is no question the job asks"));
            } else if (!answered.add(named)) {
                faults.add(new Fault(pointer + "/questionId", "is answered twice"));
            } else if (!fits(question, answer.path("value"))) {
                faults.add(new Fault(pointer + "/value", "must be " + expected(question)));
            }
        }
        for (ScreeningQuestion question : asked) {
            if (question.content().required() && !answered.contains(question.id().toString())) {
                faults.add(
                        new Fault(
                                "/answers", "must answer the required question " + question.id()));
            }
        }
        return faults;
    }

    private static boolean fits(ScreeningQuestion question, JsonNode value) {
        return switch (question.content().kind()) {
            case YES_NO -> value.isBoolean();
            case NUMBER -> value.isNumber();
            case CHOICE ->
                    value.isString() && question.content().options().contains(value.asString());
            case TEXT ->
                    value.isString()
                            && !value.asString().isBlank()
                            && value.asString().length() <= LONGEST;
        };
    }

    private static String expected(ScreeningQuestion question) {
        return switch (question.content().kind()) {
            case YES_NO -> "true or false";
            case NUMBER -> "a number";
            case CHOICE -> "one of the options";
            case TEXT -> "text of at most " + LONGEST + " characters";
        };
    }

    private static String questionOf(JsonNode answer) {
        return answer.path("questionId").asString("");
    }

    private static Map<String, ScreeningQuestion> byId(List<ScreeningQuestion> questions) {
        Map<String, ScreeningQuestion> byId = new HashMap<>();
        questions.forEach(question -> byId.put(question.id().toString(), question));
        return byId;
    }
}
