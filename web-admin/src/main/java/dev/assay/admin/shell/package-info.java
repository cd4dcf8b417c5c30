/**
 * The console's frame: layout, navigation, theme, words, error pages and the headers every page
 * carries.
 */
@NullMarked
package dev.assay.admin.shell;

import org.jspecify.annotations.NullMarked;
