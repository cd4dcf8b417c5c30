@NullMarked
package dev.assay.hiring.skills;

import org.jspecify.annotations.NullMarked;
