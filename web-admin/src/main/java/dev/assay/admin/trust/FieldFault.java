package dev.assay.admin.trust;

import dev.assay.admin.shell.Words;
import dev.assay.hiring.shared.InvalidInput;

/** What is wrong with one field of a form; the sentence names the field as its label does. */
record FieldFault(String field, String sentence) {

    /** Which line is wrong matters in a field with one a line. */
    static FieldFault of(InvalidInput.Fault fault, IssuerForm form, Words words) {
        String[] path = fault.pointer().split("/", -1);
        String field = path[1];
        String label = words.say("issuer.field." + field);
        String what =
                path.length > 2
                        ? label + " “" + form.lines().get(Integer.parseInt(path[2])) + "”"
                        : label;
        return new FieldFault(field, words.say("issuer.fault", what, fault.detail()));
    }
}
