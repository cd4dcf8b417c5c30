@NullMarked
package dev.assay.hiring.dossier;

import org.jspecify.annotations.NullMarked;
