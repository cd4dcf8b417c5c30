package dev.assay.hiring.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.fetch.FetchFault;
import dev.assay.hiring.platform.fetch.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Verdict AWAY = new Verdict.Away(Duration.ZERO);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void everySuccessIsHeard(int status) {
        assertThat(of(status, null)).isEqualTo(new Verdict.Heard());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 307, 308, 400, 401, 403, 404, 405, 409, 413, 422})
    void aRedirectOrAComplaintIsARefusalOfThisOne(int status) {
        assertThat(of(status, null)).isEqualTo(new Verdict.Refused());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whoIsBrokenOrBusyIsAway(int status) {
        assertThat(of(status, null)).isEqualTo(AWAY);
    }

    @Test
    void goneIsForGoodAndSilenceIsNot() {
        assertThat(of(410, "60")).isEqualTo(new Verdict.Gone());
        assertThat(Verdict.of(new Posted.Failed(FetchFault.TIMED_OUT), NOW)).isEqualTo(AWAY);
        assertThat(Verdict.of(new Posted.Failed(FetchFault.ADDRESS_NOT_PUBLIC), NOW))
                .isEqualTo(AWAY);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "' 7 ', 7",
        "'Thu, 26 Nov 2026 12:05:00 GMT', 300",
        "'Thu, 26 Nov 2026 11:05:00 GMT', 0",
        "-5, 0",
        "soon, 0",
        "99999999999999999999, 0",
        "'', 0"
    })
    void retryAfterIsSecondsOrADate(String header, long seconds) {
        assertThat(of(503, header)).isEqualTo(new Verdict.Away(Duration.ofSeconds(seconds)));
    }

    private static Verdict of(int status, @Nullable String retryAfter) {
        return Verdict.of(new Posted.Answered(status, Optional.ofNullable(retryAfter), ""), NOW);
    }
}
