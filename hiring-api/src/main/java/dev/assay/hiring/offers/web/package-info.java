@NullMarked
package dev.assay.hiring.offers.web;

import org.jspecify.annotations.NullMarked;
