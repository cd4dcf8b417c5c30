package dev.assay.hiring.postings.web;

import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.dossier.NewAttachment;
import dev.assay.hiring.dossier.NewConsent;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.shared.InvalidInput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody filled in on a posting's page, and what is amiss with it, field by field. */
final class ApplyForm {

    /** The version of the words that stand beside the boxes to tick. */
    static final String CONSENT_TEXT = "posting-page-1";

    private static final JsonMapper JSON = new JsonMapper();

    /** The fields that come before the questions. */
    private static final List<String> ABOVE =
            List.of("givenName", "familyName", "email", "text", "cv");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ANSWER = 4_000;
    private static final int LONGEST_FILE_NAME = 500;

    private final Map<String, String> values;
    private final List<ScreeningQuestion> questions;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    private Optional<NewAttachment> cv = Optional.empty();

    ApplyForm(Map<String, String> values, List<ScreeningQuestion> questions) {
        this.values = Map.copyOf(values);
        this.questions = List.copyOf(questions);
    }

    /** Finds fault with the fields; where there is none, {@link #submission} can be made. */
    void check() {
        name("givenName", "Please write your given name.", true);
        name("familyName", "A family name has at most 200 characters.", false);
        if (!Email.isEmail(value("email"))) {
            faults.put("email", "Please write your e-mail address, such as kim@example.org.");
        }
        questions.forEach(this::answer);
        if (!isTicked("processing")) {
            faults.put(
                    "processing",
                    "Please tick the first of these: without it the employer may not look at your application.");
        }
    }

    /** Takes the CV somebody chose, told by what is in it; finds fault with what is none. */
    void cv(String name, byte[] content) {
        if (content.length > NewAttachment.MAXIMUM_BYTES) {
            faults.put("cv", "This file is larger than 5 MiB. Please choose a smaller one.");
            return;
        }
        String called = name.isBlank() ? "cv" : name;
        try {
            cv =
                    Optional.of(
                            NewAttachment.of(
                                    called.substring(
                                            0, Math.min(called.length(), LONGEST_FILE_NAME)),
                                    content,
                                    "/cv"));
        } catch (InvalidInput refused) {
            faults.put("cv", "This file " + refused.faults().getFirst().detail() + ".");
        }
    }

    void fault(String field, String sentence) {
        faults.put(field, sentence);
    }

    /** By field, in the order in which these stand on the page. */
    Map<String, String> faults() {
        List<String> order = new ArrayList<>(ABOVE);
        questions.forEach(question -> order.add(field(question)));
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String field : order) {
            String fault = faults.get(field);
            if (fault != null) {
                ordered.put(field, fault);
            }
        }
        faults.forEach(ordered::putIfAbsent);
        return ordered;
    }

    Map<String, String> values() {
        return values;
    }

    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    Submission submission(Optional<SubmittedCredential> credential, ApplicationSource source) {
        List<NewConsent> consents = new ArrayList<>();
        consents.add(new NewConsent("application-processing", CONSENT_TEXT, Optional.empty()));
        if (isTicked("talentPool")) {
            consents.add(new NewConsent("talent-pool", CONSENT_TEXT, Optional.empty()));
        }
        return new Submission(
                new NewCandidate(
                        value("givenName"),
                        value("familyName"),
                        new Email(value("email")),
                        false,
                        null),
                credential.stream().toList(),
                source,
                cv.stream().toList(),
                consents,
                received(consents, source));
    }

    /** As if it had come through the API, so that answers are read from it likewise. */
    private byte[] received(List<NewConsent> consents, ApplicationSource source) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("candidate")
                .put("givenName", value("givenName"))
                .put("familyName", value("familyName"))
                .put("email", value("email"))
                .put("emailVerified", false);
        body.set("answers", answers);
        ArrayNode given = body.putArray("consents");
        consents.forEach(consent ->
                given.addObject()
                        .put("purpose", consent.purpose())
                        .put("textVersion", consent.textVersion()));
        body.putObject("source")
                .put("channel", source.channel())
                .put("reference", source.reference());
        return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private void name(String field, String sentence, boolean needed) {
        if (value(field).length() > LONGEST_NAME || (needed && value(field).isEmpty())) {
            faults.put(field, sentence);
        }
    }

    private void answer(ScreeningQuestion question) {
        String field = field(question);
        String said = value(field);
        if (said.isEmpty()) {
            if (question.content().required()) {
                faults.put(field, "Please answer this question.");
            }
            return;
        }
        ObjectNode answer = answers.addObject().put("questionId", question.id().toString());
        switch (question.content().kind()) {
            case YES_NO -> answer.put("value", said.equals("yes"));
            case NUMBER -> {
                Optional<BigDecimal> number = number(said);
                number.ifPresent(found -> answer.put("value", found));
                if (number.isEmpty()) {
                    faults.put(field, "Please answer with a number, such as 3 or 2.5.");
                }
            }
            case CHOICE -> {
                answer.put("value", said);
                if (!question.content().options().contains(said)) {
                    faults.put(field, "Please choose one of these.");
                }
            }
            case TEXT -> {
                answer.put("value", said);
                if (said.length() > LONGEST_ANSWER) {
                    faults.put(field, "Please answer in at most 4,000 characters.");
                }
            }
        }
    }

    private static String field(ScreeningQuestion question) {
        return "q-" + question.id();
    }

    private static Optional<BigDecimal> number(String said) {
        try {
            return said.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(said));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private boolean isTicked(String field) {
        return value(field).equals("yes");
    }
}
