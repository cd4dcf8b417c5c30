/** What a hire costs to train, what proven skills save, and how sure we are. */
@NullMarked
package dev.assay.trainingcost;

import org.jspecify.annotations.NullMarked;
