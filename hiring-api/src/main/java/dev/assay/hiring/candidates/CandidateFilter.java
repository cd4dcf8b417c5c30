package dev.assay.hiring.candidates;

import dev.assay.hiring.platform.lists.QueryValues;
import dev.assay.hiring.platform.lists.SearchWords;
import dev.assay.hiring.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which candidates are wanted: those that satisfy every field given, each by any of its values.
 *
 * @param canonical the same text for the same filter
 * @param words to be found in name, address or telephone number
 */
public record CandidateFilter(
        String canonical, Set<EmailStatus> emailStatuses, Optional<SearchWords> words) {

    /** All there are. */
    public static final CandidateFilter NONE = of(Map.of());

    public CandidateFilter {
        emailStatuses = Set.copyOf(emailStatuses);
    }

    /**
     * @throws InvalidInput when a value is not what it should be, naming each
     */
    public static CandidateFilter of(Map<String, List<String>> given) {
        QueryValues values = QueryValues.of(CandidateField.class, given);
        var filter =
                new CandidateFilter(
                        values.canonical(),
                        values.words(
                                CandidateField.EMAIL_STATUS,
                                EmailStatus.class,
                                EmailStatus::wireName),
                        values.one(CandidateField.WORDS, SearchWords::of, SearchWords.EXPECTED));
        values.requireSound();
        return filter;
    }
}
