package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.lists.QueryValues;
import dev.assay.hiring.platform.lists.SearchWords;
import dev.assay.hiring.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which postings are wanted: those that satisfy every field given, each by any of its values.
 *
 * @param canonical the same text for the same filter
 * @param words to be found in title or department
 */
public record JobFilter(
        String canonical,
        Set<JobStatus> statuses,
        Set<String> departments,
        Optional<SearchWords> words) {

    public JobFilter {
        statuses = Set.copyOf(statuses);
        departments = Set.copyOf(departments);
    }

    /**
     * @throws InvalidInput when a value is not what it should be, naming each
     */
    public static JobFilter of(Map<String, List<String>> given) {
        QueryValues values = QueryValues.of(JobField.class, given);
        var filter =
                new JobFilter(
                        values.canonical(),
                        values.words(JobField.STATUS, JobStatus.class, JobStatus::wireName),
                        values.each(JobField.DEPARTMENT, text -> text, "must be a text"),
                        values.one(JobField.WORDS, SearchWords::of, SearchWords.EXPECTED));
        values.requireSound();
        return filter;
    }

    /** Those of one status, or all. */
    public static JobFilter of(Optional<JobStatus> status) {
        return new JobFilter("", status.map(Set::of).orElse(Set.of()), Set.of(), Optional.empty());
    }
}
