package dev.assay.admin.shell;

import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Carries out what a form asks for, and says how that went on the page it leads to, which shows how
 * things stand now.
 */
@Component
public class FormDeeds {

    private final Words words;

    FormDeeds(Words words) {
        this.words = words;
    }

    /**
     * Whether it is done; it is not when somebody was faster, or things as they stand forbid it.
     *
     * @param said the key of what to say when it is done
     * @param refusals what the keys of refusals begin with, before {@code stale} or the code
     */
    public boolean isDone(
            RedirectAttributes redirect, String said, String refusals, Runnable change) {
        try {
            change.run();
        } catch (StaleVersion _) {
            Flash.failed(words.say(refusals + "stale")).after(redirect);
            return false;
        } catch (Conflict refused) {
            Flash.failed(words.say(refusals + refused.code())).after(redirect);
            return false;
        }
        Flash.done(words.say(said)).after(redirect);
        return true;
    }
}
