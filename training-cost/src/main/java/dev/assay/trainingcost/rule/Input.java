package dev.assay.trainingcost.rule;

import dev.assay.trainingcost.model.Uncertain;

/**
 * A number that an estimate depends on.
 *
 * @param path its place in the request
 * @param scale turns a drawn value into the estimate's currency; 1 for what is not money
 */
public record Input(String path, Uncertain value, double scale) {

    public double mostLikely() {
        return value.mostLikely() * scale;
    }
}
