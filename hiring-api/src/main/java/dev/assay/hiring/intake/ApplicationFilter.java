package dev.assay.hiring.intake;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.platform.lists.QueryValues;
import dev.assay.hiring.platform.lists.SearchWords;
import dev.assay.hiring.shared.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which applications are wanted: those that satisfy every field given. A field given several times
 * is satisfied by any of its values.
 *
 * @param canonical the same text for the same filter
 * @param tags the employer's words for sorting, by id
 * @param assignees the members who look after them, by id
 * @param minScore in ten-thousandths of a point; whoever has no score has not enough
 * @param submittedTo the moment before which they came
 * @param flagged whether something came to light after the decision
 * @param words to be found in the candidate's name or address, or the job's title
 */
public record ApplicationFilter(
        String canonical,
        Set<JobId> jobs,
        Set<ApplicationPhase> phases,
        Set<StageId> stages,
        Set<UUID> tags,
        Set<UUID> assignees,
        Set<Integer> bands,
        Optional<Integer> minScore,
        Optional<Integer> maxScore,
        Set<String> mustHaves,
        Set<String> sources,
        Optional<Instant> submittedFrom,
        Optional<Instant> submittedTo,
        Optional<Boolean> flagged,
        Optional<SearchWords> words) {

    private static final List<String> MUST_HAVES = List.of("met", "open", "not-shown", "none");
    private static final int LAST_BAND = 20;
    private static final int LONGEST_SOURCE = 200;
    private static final String TIME =
            "must be a time as in RFC 3339, such as 2026-11-24T12:00:00Z";
    private static final String POINTS = "must be between 0 and 100, with at most four decimals";

    public ApplicationFilter {
        jobs = Set.copyOf(jobs);
        phases = Set.copyOf(phases);
        stages = Set.copyOf(stages);
        tags = Set.copyOf(tags);
        assignees = Set.copyOf(assignees);
        bands = Set.copyOf(bands);
        mustHaves = Set.copyOf(mustHaves);
        sources = Set.copyOf(sources);
    }

    /**
     * @throws InvalidInput when a value is not what it should be, naming each
     */
    public static ApplicationFilter of(Map<String, List<String>> given) {
        QueryValues values = QueryValues.of(ApplicationField.class, given);
        var filter =
                new ApplicationFilter(
                        values.canonical(),
                        values.each(
                                ApplicationField.JOB,
                                text -> new JobId(UUID.fromString(text)),
                                "must be a UUID"),
                        values.words(
                                ApplicationField.PHASE,
                                ApplicationPhase.class,
                                ApplicationPhase::wireName),
                        values.each(
                                ApplicationField.STAGE,
                                text -> new StageId(UUID.fromString(text)),
                                "must be a UUID"),
                        values.each(ApplicationField.TAG, UUID::fromString, "must be a UUID"),
                        values.each(ApplicationField.ASSIGNEE, UUID::fromString, "must be a UUID"),
                        values.each(
                                ApplicationField.BAND,
                                ApplicationFilter::band,
                                "must be between 0 and " + LAST_BAND),
                        values.one(
                                ApplicationField.MIN_SCORE,
                                ApplicationFilter::tenThousandths,
                                POINTS),
                        values.one(
                                ApplicationField.MAX_SCORE,
                                ApplicationFilter::tenThousandths,
                                POINTS),
                        values.each(
                                ApplicationField.MUST_HAVES,
                                text -> oneOf(MUST_HAVES, text),
                                "must be one of " + String.join(", ", MUST_HAVES)),
                        values.each(
                                ApplicationField.SOURCE,
                                ApplicationFilter::source,
                                "must be 1 to " + LONGEST_SOURCE + " characters"),
                        values.one(ApplicationField.SUBMITTED_FROM, Instant::parse, TIME),
                        values.one(ApplicationField.SUBMITTED_TO, Instant::parse, TIME),
                        values.one(
                                ApplicationField.FLAGGED,
                                text -> oneOf(List.of("true", "false"), text).equals("true"),
                                "must be true or false"),
                        values.one(ApplicationField.WORDS, SearchWords::of, SearchWords.EXPECTED));
        filter.requireInOrder(values);
        values.requireSound();
        return filter;
    }

    /**
     * Whether every change that lets an application into the list, or out of it, leaves an event of
     * it: words hang on others' names too, and who stops being a member looks after nothing.
     */
    boolean canBeKeptInStep() {
        return words.isEmpty() && assignees.isEmpty();
    }

    private void requireInOrder(QueryValues values) {
        if (minScore.isPresent() && maxScore.isPresent() && minScore.get() > maxScore.get()) {
            values.fault(ApplicationField.MAX_SCORE, "must not be less than minScore");
        }
        if (submittedFrom.isPresent()
                && submittedTo.isPresent()
                && !submittedFrom.get().isBefore(submittedTo.get())) {
            values.fault(ApplicationField.SUBMITTED_TO, "must be after submittedFrom");
        }
    }

    private static int band(String text) {
        int band = Integer.parseInt(text);
        if (band < 0 || band > LAST_BAND) {
            throw new IllegalArgumentException("no band");
        }
        return band;
    }

    private static int tenThousandths(String text) {
        // No score is longer; and nobody makes us reckon with 1e999999999.
        if (text.length() > "100.0000".length()) {
            throw new IllegalArgumentException("no score");
        }
        BigDecimal points = new BigDecimal(text);
        if (points.signum() < 0
                || points.compareTo(BigDecimal.valueOf(100)) > 0
                || points.stripTrailingZeros().scale() > 4) {
            throw new IllegalArgumentException("no score");
        }
        return points.movePointRight(4).intValueExact();
    }

    private static String source(String text) {
        if (text.isBlank() || text.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("no channel");
        }
        return text;
    }

    private static String oneOf(List<String> words, String text) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException("no such word");
        }
        return text;
    }
}
