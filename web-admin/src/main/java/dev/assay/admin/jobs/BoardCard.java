package dev.assay.admin.jobs;

import dev.assay.admin.shell.Moment;
import java.util.List;

/**
 * One application on the board.
 *
 * @param since when it came to where it stands
 * @param moves where it may go from there, decisions aside
 */
record BoardCard(String id, String candidate, Moment since, List<Choice> moves) {

    BoardCard {
        moves = List.copyOf(moves);
    }

    /** A place it may go to: a stage, or a phase without any. */
    record Choice(String value, String label) {}
}
