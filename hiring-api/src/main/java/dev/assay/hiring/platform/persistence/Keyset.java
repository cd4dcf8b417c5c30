package dev.assay.hiring.platform.persistence;

import static org.jooq.impl.DSL.row;

import dev.assay.hiring.shared.PageCursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;

/**
 * The order of a list that is read page by page: by an instant, and by id where that is the same.
 * Its cursors hold both, the instant first.
 */
public final class Keyset {

    private final Field<Instant> at;
    private final Field<UUID> id;
    private final SortOrder order;

    private Keyset(Field<Instant> at, Field<UUID> id, SortOrder order) {
        this.at = at;
        this.id = id;
        this.order = order;
    }

    public static Keyset newestFirst(Field<Instant> at, Field<UUID> id) {
        return new Keyset(at, id, SortOrder.DESC);
    }

    public static Keyset oldestFirst(Field<Instant> at, Field<UUID> id) {
        return new Keyset(at, id, SortOrder.ASC);
    }

    /** What comes after the cursor; everything when there is none. */
    public Condition after(Optional<PageCursor> cursor) {
        if (cursor.isEmpty()) {
            return DSL.noCondition();
        }
        Instant instant = cursor.get().part(0, Instant::parse);
        UUID last = cursor.get().part(1, UUID::fromString);
        return order == SortOrder.DESC
                ? row(at, id).lt(instant, last)
                : row(at, id).gt(instant, last);
    }

    public List<OrderField<?>> order() {
        return List.of(at.sort(order), id.sort(order));
    }
}
