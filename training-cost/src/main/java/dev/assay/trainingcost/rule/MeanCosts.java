package dev.assay.trainingcost.rule;

import java.util.List;

/** Mean costs over all draws, for evidence other than the hire's own. */
public interface MeanCosts {

    /** What a module costs under given options. */
    double module(int module, List<WaiverOption> options);

    /** What full coverage of the role would take off the ramp's loss. */
    double rampAtStake();
}
