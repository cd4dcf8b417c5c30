package dev.assay.hiring.boards;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a board's shape member by member into ours, and notes what is wrong and where. Members
 * nobody knows are passed over: boards add some without asking.
 */
final class BoardPayload {

    private static final int LONGEST = 500;
    private static final int LONGEST_TEXT = 100_000;

    /** Most questions one application answers. */
    private static final int MOST_ANSWERS = 200;

    /** Our id of the job, and of further places of it their rank, as in our files of postings. */
    private static final Pattern JOB = Pattern.compile("([0-9a-fA-F-]{36})(?:-[0-9]{1,4})?");

    private final JsonNode root;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> pointers = new HashMap<>();
    private final ObjectNode submission = JsonNodeFactory.instance.objectNode();
    private final List<GivenAnswer> answers = new ArrayList<>();
    private final List<SelfIdentification> said = new ArrayList<>();

    BoardPayload(JsonNode root) {
        this.root = root;
        if (!root.isObject()) {
            throw new InvalidInput("", "must be an object");
        }
    }

    /** A text that has to be there; empty when it is not, which is noted. */
    String required(String pointer) {
        Optional<String> text = text(pointer);
        if (text.isEmpty()) {
            faults.add(new Fault(pointer, "is required"));
        }
        return text.orElse("");
    }

    Optional<String> text(String pointer) {
        return text(pointer, LONGEST);
    }

    private Optional<String> text(String pointer, int longest) {
        JsonNode node = root.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString() && !node.isIntegralNumber()) {
            faults.add(new Fault(pointer, "must be text"));
            return Optional.of("");
        }
        String text = node.asString().strip();
        if (text.length() > longest) {
            faults.add(new Fault(pointer, "is longer than " + longest + " characters"));
        }
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    boolean is(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isBoolean() && node.booleanValue();
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** The job, by the reference that our files of postings have. */
    Optional<JobId> job(String pointer) {
        String text = required(pointer);
        var parts = JOB.matcher(text);
        if (parts.matches()) {
            return Optional.of(new JobId(UUID.fromString(parts.group(1))));
        }
        if (!text.isEmpty()) {
            faults.add(new Fault(pointer, "is no reference of our postings"));
        }
        return Optional.empty();
    }

    /** One of the names may be the whole. */
    void candidate(Name name, String emailAt, boolean verified, Optional<String> phone) {
        ObjectNode candidate = submission.putObject("candidate");
        candidate.put("givenName", name.given());
        candidate.put("familyName", name.family());
        candidate.put("email", required(emailAt));
        candidate.put("emailVerified", verified);
        phone.ifPresent(number -> candidate.put("phone", number));
        pointers.put("/candidate/givenName", name.givenAt());
        pointers.put("/candidate/familyName", name.familyAt());
        pointers.put("/candidate/email", emailAt);
    }

    /** A file, in base 64; none when there is nothing in it. */
    void file(String nameAt, String dataAt, String otherwise) {
        JsonNode data = root.at(dataAt);
        if (data.isMissingNode() || data.isNull()) {
            return;
        }
        if (!data.isString()) {
            faults.add(new Fault(dataAt, "must be text"));
            return;
        }
        String packed = data.asString().replaceAll("[\\r\\n]", "");
        attach(text(nameAt).orElse(otherwise), packed, dataAt);
    }

    /** A text that is kept as a file. */
    void letter(String pointer, String name) {
        text(pointer, LONGEST_TEXT)
                .filter(text -> !text.isEmpty())
                .ifPresent(text ->
                        attach(
                                name,
                                Base64.getEncoder()
                                        .encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                                pointer));
    }

    private void attach(String name, String packed, String pointer) {
        ArrayNode files = submission.withArray("attachments");
        String ours = "/attachments/" + files.size();
        files.addObject().put("name", name).put("content", packed);
        pointers.put(ours, pointer);
        pointers.put(ours + "/content", pointer);
    }

    void answer(GivenAnswer answer) {
        if (answers.size() == MOST_ANSWERS) {
            faults.add(new Fault(answer.pointer(), "is more than " + MOST_ANSWERS + " answers"));
        } else if (answers.size() < MOST_ANSWERS) {
            answers.add(answer);
        }
    }

    /** What is said goes to the isolated schema, whole or not at all. */
    void identified(String question, List<String> values) {
        SelfIdentification.of(question, values).ifPresent(said::add);
    }

    /**
     * The whole.
     *
     * @throws InvalidInput naming all that is wrong
     */
    BoardApplication application(String reference, Optional<JobId> job) {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        submission.putObject("source").put("channel", "partner").put("reference", reference);
        return new BoardApplication(
                reference, job.orElseThrow(), submission, answers, said, pointers);
    }

    /** An answer as text, however a board wraps it. */
    static List<String> texts(JsonNode answer) {
        List<String> texts = new ArrayList<>();
        collect(answer, texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isValueNode() && !node.isNull()) {
            texts.add(node.asString().strip());
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, texts));
        } else if (node.isObject()) {
            for (String member : List.of("answer", "value", "values", "label", "text")) {
                collect(node.path(member), texts);
            }
        }
    }

    /** A name in two parts, each with where it is. */
    record Name(String given, String givenAt, String family, String familyAt) {}
}
