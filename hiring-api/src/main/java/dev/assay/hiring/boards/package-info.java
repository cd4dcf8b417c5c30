/** Job boards that push applications in shapes of their own, signed, and nothing lost. */
@NullMarked
package dev.assay.hiring.boards;

import org.jspecify.annotations.NullMarked;
