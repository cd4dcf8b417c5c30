package dev.assay.admin.applications;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.intake.ApplicationField;
import dev.assay.hiring.intake.ApplicationFilter;
import dev.assay.hiring.intake.ApplicationOrder;
import dev.assay.hiring.searches.SearchContent;
import dev.assay.hiring.searches.SearchedList;
import dev.assay.hiring.shared.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of applications is asked for, as it stands in the address: by the names the API has
 * for it too, so that a saved search is asked by either.
 *
 * @param filter those that say something
 * @param sort empty for the list's own order
 */
record ListQuestion(Map<String, List<String>> filter, String sort) {

    static final String PATH = "/console/applications";

    ListQuestion {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        filter.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        filter = copy;
    }

    /** What a form or an address asks; fields left empty ask nothing. */
    static ListQuestion asked(Map<String, List<String>> given) {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        for (ApplicationField field : ApplicationField.values()) {
            List<String> values =
                    given.getOrDefault(field.wireName(), List.of()).stream()
                            .map(Typed::text)
                            .filter(value -> !value.isEmpty())
                            .toList();
            if (!values.isEmpty()) {
                filter.put(field.wireName(), values);
            }
        }
        List<String> sort = given.getOrDefault("sort", List.of());
        return new ListQuestion(filter, sort.isEmpty() ? "" : Typed.text(sort.getFirst()));
    }

    static ListQuestion of(SearchContent saved) {
        return new ListQuestion(saved.filter(), saved.sort().orElse(""));
    }

    /**
     * @throws InvalidInput when a value is not what it should be, naming each
     */
    ApplicationFilter applicationFilter() {
        return ApplicationFilter.of(filter);
    }

    /**
     * @throws InvalidInput when there is no such order
     */
    ApplicationOrder order() {
        return sort.isEmpty() ? ApplicationOrder.NEWEST : ApplicationOrder.ofWireName(sort);
    }

    /** Without words, which may name a person and are not kept. */
    SearchContent saved(String name, boolean shared) {
        Map<String, List<String>> kept = new LinkedHashMap<>(filter);
        kept.remove(ApplicationField.WORDS.wireName());
        return new SearchContent(
                name,
                SearchedList.APPLICATIONS,
                kept,
                sort.isEmpty() ? Optional.empty() : Optional.of(sort),
                shared);
    }

    /** The first value of a field, as a form shows it; empty where nothing is asked. */
    public String first(String field) {
        return filter.getOrDefault(field, List.of("")).getFirst();
    }

    /** Whether anything is asked for. */
    public boolean isNarrow() {
        return !filter.isEmpty();
    }

    /** All there is, as hidden fields of a form carry it on. */
    public List<Map.Entry<String, String>> pairs() {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        filter.forEach(
                (field, values) -> values.forEach(value -> pairs.add(Map.entry(field, value))));
        if (!sort.isEmpty()) {
            pairs.add(Map.entry("sort", sort));
        }
        return pairs;
    }

    String href(Optional<String> after) {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(PATH);
        Map<String, Object> values = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<String, String> pair : pairs()) {
            here.queryParam(pair.getKey(), "{v" + at + "}");
            values.put("v" + at++, pair.getValue());
        }
        after.ifPresent(cursor -> {
            here.queryParam("after", "{after}");
            values.put("after", cursor);
        });
        return here.encode().buildAndExpand(values).toUriString();
    }
}
