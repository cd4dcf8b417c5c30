@NullMarked
package dev.assay.hiring.skills.web;

import org.jspecify.annotations.NullMarked;
