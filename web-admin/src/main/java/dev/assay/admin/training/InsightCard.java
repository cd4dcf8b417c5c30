package dev.assay.admin.training;

import dev.assay.admin.training.Figures.Cell;
import java.util.List;

/**
 * One comparison: who is compared, by which figures, with what to be careful about, and what a
 * survey says beside it.
 */
public record InsightCard(
        List<String> columns, List<Row> rows, List<String> cautions, List<Line> references) {

    public InsightCard {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cautions = List.copyOf(cautions);
        references = List.copyOf(references);
    }

    /** A group and its figures. */
    record Row(String group, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /** What a survey says, and which. */
    record Line(String claim, String source) {}
}
