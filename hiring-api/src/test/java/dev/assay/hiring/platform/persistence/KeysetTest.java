package dev.assay.hiring.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private static final Field<Instant> AT = field(name("at"), Instant.class);
    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Optional<PageCursor> CURSOR =
            Optional.of(
                    PageCursor.of(
                            Instant.parse("2026-11-26T07:00:00Z"),
                            UUID.fromString("01a216a6-5180-7f20-b423-9dcbcceaa101")));

    private final DSLContext sql = DSL.using(SQLDialect.POSTGRES);

    @Test
    void goesOnWithWhatIsOlderAndWithSmallerIdsOfTheSameInstant() {
        Keyset order = Keyset.newestFirst(AT, ID);

        assertThat(sql.renderInlined(order.after(CURSOR)))
                .startsWith("(\"at\", \"id\") < (")
                .contains("2026-11-26", "01a216a6-5180-7f20-b423-9dcbcceaa101");
        assertThat(order.order()).hasToString("[\"at\" desc, \"id\" desc]");
    }

    @Test
    void goesOnWithWhatIsNewerWhereTheOldestIsFirst() {
        Keyset order = Keyset.oldestFirst(AT, ID);

        assertThat(sql.render(order.after(CURSOR))).startsWith("(\"at\", \"id\") > (");
        assertThat(order.order()).hasToString("[\"at\" asc, \"id\" asc]");
    }

    @Test
    void beginsWithEverything() {
        assertThat(Keyset.newestFirst(AT, ID).after(Optional.empty())).isEqualTo(DSL.noCondition());
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        assertThatThrownBy(() ->
                        Keyset.newestFirst(AT, ID).after(Optional.of(PageCursor.of("SQL", "Java"))))
                .isInstanceOf(InvalidInput.class);
    }
}
