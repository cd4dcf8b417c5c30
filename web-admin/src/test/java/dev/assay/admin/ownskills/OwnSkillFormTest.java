package dev.assay.admin.ownskills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.skills.OwnSkillContent;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnSkillFormTest {

    @Test
    void readsLinesAsNamesAndWholes() {
        var form =
                new OwnSkillForm(
                        " Ledgers ", "Books\n\n Books \nAccounts", "urn:x:1\nurn:x:2", true, 2);

        assertThat(form.content())
                .isEqualTo(
                        new OwnSkillContent(
                                "Ledgers",
                                List.of("Books", "Accounts"),
                                Set.of(URI.create("urn:x:1"), URI.create("urn:x:2")),
                                true));
    }

    @Test
    void namesEachFieldThatCannotBeRead() {
        var form = new OwnSkillForm("", "x".repeat(201), "no uri at all", false, null);

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, form::content);

        assertThat(refused.faults())
                .extracting(InvalidInput.Fault::pointer)
                .containsExactly("/name", "/alternatives", "/broader");
    }

    @Test
    void aConflictShowsTheirsBesideWhatWasTyped() {
        Map<String, Object> model = new HashMap<>();
        var theirs =
                new OwnSkillRow(
                        "s1", "Their name", "urn:uuid:s1", List.of("Books"), List.of(), true);
        model.put("theirs", theirs);
        model.put("changed", theirs);
        model.put("form", new OwnSkillForm("My name", "", "", false, 4));
        model.put("trail", List.of());
        model.put(FormFault.ATTRIBUTE, List.of(new FormFault("broader", "Part of must be a URI.")));

        assertThat(RenderedPage.of("ownskills/form", Theme.DARK, model))
                .contains(
                        "Somebody changed this skill meanwhile",
                        "Their name",
                        "value=\"My name\"",
                        "name=\"version\" value=\"4\"",
                        "href=\"#broader\"",
                        "aria-invalid=\"true\"");
    }
}
