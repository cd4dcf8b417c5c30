/** Many hires at once: sessions that fill up, start dates, and whether to sponsor credentials. */
@NullMarked
package dev.assay.trainingcost.cohort;

import org.jspecify.annotations.NullMarked;
