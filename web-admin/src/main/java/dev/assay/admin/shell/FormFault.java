package dev.assay.admin.shell;

import dev.assay.hiring.shared.InvalidInput;
import java.util.List;
import org.springframework.ui.Model;

/** What is wrong with one field of a form; the sentence names the field as its label does. */
public record FormFault(String field, String sentence) {

    /** The attribute that templates look for. */
    public static final String ATTRIBUTE = "faults";

    /**
     * Says on the form what is wrong with each field.
     *
     * @param labels what the keys of the fields' labels begin with
     */
    public static void show(Model model, InvalidInput refused, String labels, Words words) {
        List<FormFault> faults =
                refused.faults().stream().map(fault -> of(fault, labels, words)).toList();
        model.addAttribute(ATTRIBUTE, faults);
    }

    /** Says on the form what is wrong with one field. */
    public static void show(Model model, String field, String sentence) {
        model.addAttribute(ATTRIBUTE, List.of(new FormFault(field, sentence)));
    }

    private static FormFault of(InvalidInput.Fault fault, String labels, Words words) {
        String field = fault.pointer().split("/", -1)[1];
        return new FormFault(
                field, words.say("form.fault", words.say(labels + field), fault.detail()));
    }
}
