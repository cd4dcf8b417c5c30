package dev.assay.hiring.timeline;

import dev.assay.hiring.platform.lists.QueryField;
import dev.assay.hiring.platform.lists.QueryValues;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.TimelineKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a timeline can be narrowed by. */
public enum TimelineField implements QueryField {
    KIND("kind");

    private final String wireName;

    TimelineField(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /**
     * The kinds that are wanted; none given means all of them.
     *
     * @throws InvalidInput when one is no kind
     */
    public static Set<TimelineKind> kinds(Map<String, List<String>> given) {
        QueryValues values = QueryValues.of(TimelineField.class, given);
        Set<TimelineKind> kinds = values.words(KIND, TimelineKind.class, TimelineKind::wireName);
        values.requireSound();
        return kinds.isEmpty() ? Set.of(TimelineKind.values()) : kinds;
    }
}
