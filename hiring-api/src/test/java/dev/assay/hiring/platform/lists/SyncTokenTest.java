package dev.assay.hiring.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTokenTest {

    private static final Instant ISSUED = Instant.parse("2026-03-01T12:00:00Z");
    private static final SyncToken TOKEN = new SyncToken(42, ISSUED, "list", "reach");

    @Test
    void isReadAsItWasWritten() {
        assertThat(SyncToken.parse(TOKEN.encoded(), "list", "reach", ISSUED)).isEqualTo(TOKEN);
    }

    @Test
    void isGoodForNinetyDaysToTheSecond() {
        Instant last = ISSUED.plus(SyncToken.GOOD_FOR);

        assertThat(SyncToken.parse(TOKEN.encoded(), "list", "reach", last)).isEqualTo(TOKEN);
        assertThatThrownBy(() ->
                        SyncToken.parse(TOKEN.encoded(), "list", "reach", last.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("sync-token-expired"));
    }

    @Test
    void isNoneOfAnotherList() {
        assertThatThrownBy(() -> SyncToken.parse(TOKEN.encoded(), "other", "reach", ISSUED))
                .isInstanceOfSatisfying(
                        BadRequest.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("foreign-sync-token"));
    }

    @Test
    void hasToBeMadeAnewWhenOtherJobsAreSeen() {
        assertThatThrownBy(() -> SyncToken.parse(TOKEN.encoded(), "list", "other", ISSUED))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "MjAyNg", "NDJ8bm93fGxpc3R8cmVhY2g", "%%%"})
    void isNotWhatSomebodyMadeUp(String text) {
        assertThatThrownBy(() -> SyncToken.parse(text, "list", "reach", ISSUED))
                .isInstanceOf(BadRequest.class);
    }
}
