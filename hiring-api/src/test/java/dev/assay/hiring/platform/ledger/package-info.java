@NullMarked
package dev.assay.hiring.platform.ledger;

import org.jspecify.annotations.NullMarked;
