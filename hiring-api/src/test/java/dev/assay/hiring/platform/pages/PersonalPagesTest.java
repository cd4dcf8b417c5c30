package dev.assay.hiring.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.limits.PageLimits;
import dev.assay.hiring.testkit.SetClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class PersonalPagesTest {

    private final PersonalPages pages =
            new PersonalPages(
                    new PageLimits(2, new SetClock(Instant.parse("2026-03-02T10:00:00Z"))));

    @Test
    void escapesWhateverItIsGiven() {
        ResponseEntity<String> page =
                pages.message(HttpStatus.OK, "A <b>name</b>", "\"<script>alert(1)</script>");

        assertThat(page.getBody())
                .doesNotContain("<b>name", "<script>")
                .contains("A &lt;b&gt;name", "<html lang=\"en\"", "noindex");
    }

    @Test
    void allowsTheVeryStyleItShowsAndNoOther() throws Exception {
        String page = String.valueOf(pages.message(HttpStatus.OK, "T", "S").getBody());
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(PersonalPages.styleSource())
                .isEqualTo("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(page).doesNotContain("style=\"", "<script", "src=");
    }

    @Test
    void asksWhoComesTooOftenToWait() {
        var request = new MockHttpServletRequest();
        for (int i = 0; i < 2; i++) {
            assertThat(pages.admitted(request, () -> ResponseEntity.ok("in")).getBody())
                    .isEqualTo("in");
        }

        ResponseEntity<String> turnedAway = pages.admitted(request, () -> ResponseEntity.ok("in"));

        assertThat(turnedAway.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(turnedAway.getBody()).contains("Please wait a minute");
    }
}
