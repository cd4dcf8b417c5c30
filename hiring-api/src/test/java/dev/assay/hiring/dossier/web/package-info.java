@NullMarked
package dev.assay.hiring.dossier.web;

import org.jspecify.annotations.NullMarked;
