package dev.assay.hiring.training;

import dev.assay.hiring.shared.InvalidInput;

/** One of the things that estimates are made from, as an employer keeps it. */
public sealed interface Term
        permits ModuleContent, RoleContent, WageContent, AssumptionContent, RateContent {

    /**
     * Refuses what no estimate could be made from, looking at this thing alone.
     *
     * @throws InvalidInput naming the member at fault
     */
    void requireSound();
}
