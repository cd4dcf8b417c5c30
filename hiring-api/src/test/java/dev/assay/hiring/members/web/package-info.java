@NullMarked
package dev.assay.hiring.members.web;

import org.jspecify.annotations.NullMarked;
