/**
 * Every parser under fire: targets for Jazzer, which {@code FuzzingTest} lets loose in the long
 * tier, and a short run of seeds, mutations and old findings in every build.
 */
@NullMarked
package dev.assay.credential.fuzz;

import org.jspecify.annotations.NullMarked;
