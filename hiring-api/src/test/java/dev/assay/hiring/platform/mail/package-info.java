@NullMarked
package dev.assay.hiring.platform.mail;

import org.jspecify.annotations.NullMarked;
