/** Taking badges out of the images they are baked into; no pixel is ever decoded. */
@NullMarked
package dev.assay.credential.bake;

import org.jspecify.annotations.NullMarked;
