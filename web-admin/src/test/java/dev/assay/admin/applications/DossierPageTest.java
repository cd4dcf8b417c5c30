package dev.assay.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.people.MailRow;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Moment;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierPageTest {

    private static final Moment WHEN = RenderedPage.moment("2026-03-12T08:30:00Z");
    private static final String LONG = "A".repeat(120);

    @Test
    void showsEverythingThatIsKeptAndWhoKeptIt() {
        assertThat(page(full(true), List.of()))
                .contains(
                        "&lt;b&gt;Called&lt;/b&gt;", "This note was taken back.", "Kept back while")
                .contains("cv.pdf", "210 KiB", "Rita Moss", "talent-pool", "text 3")
                .contains(
                        "Link to an application",
                        "href=\"/console/applications/a1/dossier/files/f1\"")
                .contains("/dossier?after=older")
                .doesNotContain("<b>Called", "style=\"", "<script>");
    }

    @Test
    void takesNotesFilesTagsAndWhoLooksAfterIt() {
        assertThat(page(full(true), List.of()))
                .contains("action=\"/console/applications/a1/dossier/notes\"")
                .contains("action=\"/console/applications/a1/dossier/notes/n1/withdrawal\"")
                .doesNotContain("notes/n2/withdrawal")
                .contains("notes/n3/withdrawal")
                .contains("enctype=\"multipart/form-data\"")
                .contains("<option value=\"m1\" selected=\"selected\">Rita Moss</option>")
                .contains("name=\"remove\" value=\"night shift\"")
                .contains("<option value=\"later\">later</option>")
                .contains("consents/k1/withdrawal")
                .doesNotContain("consents/k2/withdrawal");
    }

    @Test
    void givesWhoReadsOnlyNothingToFillIn() {
        assertThat(main(page(full(false), List.of())))
                .contains("Called", "cv.pdf")
                .doesNotContain("<form", "<input", "<textarea", "<select", "<button");
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        String page = page(full(true), List.of(new FormFault("text", "The note must be shorter.")));

        assertThat(page)
                .contains("<a href=\"#text\">The note must be shorter.</a>")
                .contains("id=\"text-wrong\">The note must be shorter.</p>")
                .contains("aria-invalid=\"true\"", ">typed and kept</textarea>");
    }

    @Test
    void saysOfEachPartThatThereIsNothingYet() {
        var empty =
                new DossierPage(
                        head(), true, true, "", List.of(), null, List.of(), "a", List.of(),
                        List.of(), null, "b", List.of(), List.of(), List.of());
        assertThat(page(empty, List.of()))
                .contains(
                        "Nobody has written anything yet.",
                        "No file is kept here yet.",
                        "Nobody in particular.",
                        "None yet.",
                        "There is no other word to tag with.",
                        "None is recorded.",
                        "None was sent.");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "1025, 2 KiB",
        "1048575, 1024 KiB",
        "1048576, 1.0 MiB",
        "5242880, 5.0 MiB"
    })
    void tellsSizesInAUnitPeopleRead(int bytes, String words) {
        assertThat(DossierPages.size(bytes)).isEqualTo(words);
    }

    private static DossierPage full(boolean may) {
        return new DossierPage(
                head(),
                may,
                may,
                "typed and kept",
                List.of(
                        new DossierPage.NoteLine(
                                "n1", "<b>Called</b> " + LONG, false, "Rita Moss", WHEN),
                        new DossierPage.NoteLine("n2", null, true, "you", WHEN),
                        new DossierPage.NoteLine("n3", null, false, "Tom Field", WHEN)),
                "older",
                List.of("night shift", LONG),
                "0123456789abcdef",
                may ? List.of("later") : List.of(),
                List.of(
                        new DossierPage.FileLine(
                                "f1", "cv.pdf", "PDF", "210 KiB", "Rita Moss", WHEN),
                        new DossierPage.FileLine(
                                "f2", LONG + ".pdf", "PDF", "5.0 MiB", "you", WHEN)),
                new DossierPage.Keeper("m1", "Rita Moss", WHEN),
                "fedcba9876543210",
                List.of(
                        new DossierPage.Colleague("m1", "Rita Moss"),
                        new DossierPage.Colleague("m2", "Tom Field")),
                List.of(
                        new DossierPage.ConsentLine("k1", "talent-pool", "3", WHEN, null),
                        new DossierPage.ConsentLine("k2", "photo", "1", WHEN, WHEN)),
                List.of(
                        new MailRow(
                                "m",
                                "Link to an application",
                                "kim@example.org",
                                Badge.verified("sent"),
                                null,
                                WHEN)));
    }

    private static ApplicationHead head() {
        return new ApplicationHead(
                "a1",
                "Amina Diallo",
                "Junior data analyst",
                WHEN,
                List.of(new Crumb("Jobs", "/console/jobs")),
                List.of(
                        new Tab("Score and evidence", "/console/applications/a1", false),
                        new Tab("Dossier", "/console/applications/a1/dossier", true)),
                null);
    }

    private static String page(DossierPage page, List<FormFault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("faults", faults);
        return RenderedPage.of("applications/dossier", Theme.LIGHT, model);
    }

    private static String main(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }
}
