package dev.assay.admin.jobs;

import java.util.List;

/**
 * A stage of a job, or a phase without any, with who stands there.
 *
 * @param phase the phase it is inside, in words; empty where it is the phase
 */
record BoardColumn(String key, String name, String phase, List<BoardCard> cards) {

    BoardColumn {
        cards = List.copyOf(cards);
    }
}
