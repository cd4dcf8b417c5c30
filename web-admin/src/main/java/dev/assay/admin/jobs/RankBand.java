package dev.assay.admin.jobs;

import java.util.List;

/** Neighbours in a ranking whose scores lie in the same five points: hardly different. */
record RankBand(String label, List<RankRow> rows) {

    RankBand {
        rows = List.copyOf(rows);
    }
}
