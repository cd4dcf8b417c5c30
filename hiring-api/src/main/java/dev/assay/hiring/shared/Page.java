package dev.assay.hiring.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list that is read by key, and where the next one starts. */
public record Page<T>(List<T> items, Optional<PageCursor> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a result that was read with one row too many: the extra row only tells that there is
     * more.
     */
    public static <T> Page<T> of(
            List<T> rowsPlusOne, PageSize size, Function<T, PageCursor> cursorOf) {
        if (rowsPlusOne.size() <= size.value()) {
            return new Page<>(rowsPlusOne, Optional.empty());
        }
        List<T> items = rowsPlusOne.subList(0, size.value());
        return new Page<>(items, Optional.of(cursorOf.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
