package dev.assay.admin.shell;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the last action did, said once at the top of the page it led to. */
public record Flash(String kind, String icon, String text) implements Serializable {

    /** The model attribute the layout looks for. */
    public static final String ATTRIBUTE = "flash";

    public static Flash done(String text) {
        return new Flash("done", "passed", text);
    }

    public static Flash failed(String text) {
        return new Flash("failed", "failed", text);
    }

    /** Says this on the page a redirect leads to. */
    public void after(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }
}
