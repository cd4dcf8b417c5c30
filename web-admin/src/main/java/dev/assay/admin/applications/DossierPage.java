package dev.assay.admin.applications;

import dev.assay.admin.people.MailRow;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about an applicant beside their evidence. None of it is scored.
 *
 * @param mayEdit whether this reader writes notes, tags, removes files and says who looks after it
 * @param mayAdd whether this reader hands files in
 * @param note what this reader typed and could not be saved; empty otherwise
 * @param moreNotes where older notes are; null when these are all
 * @param tagsSeen changes with the tags: sent back, it says which ones the reader saw
 * @param offered the employer's words that it is not tagged with yet
 * @param keeperSeen changes with who looks after it
 */
record DossierPage(
        ApplicationHead head,
        boolean mayEdit,
        boolean mayAdd,
        String note,
        List<NoteLine> notes,
        @Nullable String moreNotes,
        List<String> tags,
        String tagsSeen,
        List<String> offered,
        List<FileLine> files,
        @Nullable Keeper keeper,
        String keeperSeen,
        List<Colleague> colleagues,
        List<ConsentLine> consents,
        List<MailRow> notices) {

    DossierPage {
        notes = List.copyOf(notes);
        tags = List.copyOf(tags);
        offered = List.copyOf(offered);
        files = List.copyOf(files);
        colleagues = List.copyOf(colleagues);
        consents = List.copyOf(consents);
        notices = List.copyOf(notices);
    }

    /**
     * @param text null once it was taken back, and while the candidate is reviewed blind
     */
    record NoteLine(String id, @Nullable String text, boolean takenBack, String by, Moment at) {}

    /**
     * @param kind in words
     * @param size in words
     */
    record FileLine(String id, String name, String kind, String size, String by, Moment at) {}

    /** Who looks after it. */
    record Keeper(String id, String name, Moment since) {}

    /** Somebody who sees the application, and may look after it. */
    record Colleague(String id, String name) {}

    /**
     * @param withdrawn since when it holds no more; null while it does
     */
    record ConsentLine(
            String id,
            String purpose,
            String textVersion,
            Moment given,
            @Nullable Moment withdrawn) {}
}
