package dev.assay.admin.people;

import dev.assay.admin.shell.Words;
import dev.assay.hiring.shared.InvalidInput;

/** What is wrong with one field of the form; the sentence names the field as its label does. */
record PeopleFault(String field, String sentence) {

    static PeopleFault of(InvalidInput.Fault fault, Words words) {
        String field = fault.pointer().substring(1);
        return new PeopleFault(
                field,
                words.say("member.fault-in", words.say("member.field." + field), fault.detail()));
    }
}
