package dev.assay.hiring.searches;

import dev.assay.hiring.candidates.CandidateField;
import dev.assay.hiring.candidates.CandidateFilter;
import dev.assay.hiring.intake.ApplicationField;
import dev.assay.hiring.intake.ApplicationFilter;
import dev.assay.hiring.intake.ApplicationOrder;
import dev.assay.hiring.jobs.JobField;
import dev.assay.hiring.jobs.JobFilter;
import dev.assay.hiring.platform.lists.QueryField;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a search looks for, held to the rules of the list it searches: what was saved can be asked.
 * Words are not kept, because they may name a person, who can be erased.
 *
 * @param filter the list's query parameters with their values
 * @param sort empty where the list has its own order
 * @param shared whether everybody at the employer sees it
 */
public record SearchContent(
        String name,
        SearchedList list,
        Map<String, List<String>> filter,
        Optional<String> sort,
        boolean shared) {

    /**
     * @throws InvalidInput when the list would not take the filter or the order, naming each field
     */
    public SearchContent {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        filter.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        filter = copy;
        requireSound(list, filter);
        if (list == SearchedList.APPLICATIONS) {
            sort.ifPresent(ApplicationOrder::ofWireName);
        } else if (sort.isPresent()) {
            throw new InvalidInput("/sort", "goes with applications only");
        }
    }

    private static void requireSound(SearchedList list, Map<String, List<String>> filter) {
        List<Fault> faults = new ArrayList<>();
        Set<String> known = fields(list);
        for (String field : filter.keySet()) {
            if (!known.contains(field)) {
                faults.add(new Fault("/filter/" + field, "is no parameter of this list"));
            } else if (field.equals(ApplicationField.WORDS.wireName())) {
                faults.add(new Fault("/filter/" + field, "is not kept: words may name a person"));
            }
        }
        if (faults.isEmpty()) {
            try {
                parser(list).accept(filter);
            } catch (InvalidInput refused) {
                refused.faults()
                        .forEach(fault ->
                                faults.add(new Fault("/filter" + fault.pointer(), fault.detail())));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static Consumer<Map<String, List<String>>> parser(SearchedList list) {
        return switch (list) {
            case APPLICATIONS -> ApplicationFilter::of;
            case CANDIDATES -> CandidateFilter::of;
            case JOBS -> JobFilter::of;
        };
    }

    private static Set<String> fields(SearchedList list) {
        QueryField[] fields =
                switch (list) {
                    case APPLICATIONS -> ApplicationField.values();
                    case CANDIDATES -> CandidateField.values();
                    case JOBS -> JobField.values();
                };
        return Arrays.stream(fields).map(QueryField::wireName).collect(Collectors.toSet());
    }
}
