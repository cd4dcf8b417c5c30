package dev.assay.trainingcost.rule;

import java.util.List;

/**
 * What a hire's evidence means for a programme; the same in every draw.
 *
 * @param coverage of each module
 * @param options of each module; a module that is not needed has only that one
 * @param roleCoverage weighted coverage of the role's skills
 */
public record Proof(List<Double> coverage, List<List<WaiverOption>> options, double roleCoverage) {

    public Proof {
        coverage = List.copyOf(coverage);
        options = List.copyOf(options);
    }
}
