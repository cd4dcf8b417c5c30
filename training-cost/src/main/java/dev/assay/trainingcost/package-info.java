@NullMarked
package dev.assay.trainingcost;

import org.jspecify.annotations.NullMarked;
