package dev.assay.hiring.platform.persistence;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;

import dev.assay.hiring.shared.EmployerId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockExecuteContext;
import org.jooq.tools.jdbc.MockResult;
import org.junit.jupiter.api.Test;

class RenderedTest {

    private final DSLContext nowhere = DSL.using(SQLDialect.POSTGRES);

    @Test
    void valuesComeToTheirPlacesHoweverOftenAndInWhateverOrder() {
        List<MockExecuteContext> sent = new ArrayList<>();
        DSLContext sql =
                DSL.using(
                        new MockConnection(context -> {
                            sent.add(context);
                            return new MockResult[] {
                                new MockResult(0, nowhere.newResult(APPLICATION.ID))
                            };
                        }),
                        SQLDialect.POSTGRES);
        EmployerId employer = new EmployerId(new UUID(0, 1));
        UUID id = new UUID(0, 2);

        new Rendered(
                        sql,
                        sql.select(APPLICATION.ID)
                                .from(APPLICATION)
                                .where(
                                        APPLICATION.ID.eq(Rendered.ID),
                                        APPLICATION.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        APPLICATION.CANDIDATE_ID.ne(Rendered.ID)))
                .fetch(employer, id, row -> row);

        assertThat(sent)
                .singleElement()
                .satisfies(one ->
                        assertThat(one.bindings()).containsExactly(id, employer.value(), id));
        assertThat(sent.getFirst().sql()).contains("\"application\".\"employer_id\" = cast(? as");
    }

    @Test
    void aQueryWithAValueOfItsOwnIsRefused() {
        assertThatThrownBy(() ->
                        new Rendered(
                                nowhere,
                                nowhere.select(APPLICATION.ID)
                                        .from(APPLICATION)
                                        .where(
                                                APPLICATION.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                                APPLICATION.ID.eq(new UUID(0, 3)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatLooksLikeAPlaceAndIsNoneIsRefused() {
        assertThatThrownBy(() ->
                        new Rendered(
                                nowhere,
                                nowhere.select(APPLICATION.ID)
                                        .from(APPLICATION)
                                        .where(
                                                APPLICATION.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                                APPLICATION.ID.eq(any(Rendered.IDS)),
                                                APPLICATION.PHASE.eq(inline("at:id")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
