/** Reading JSON trees the way JSON-LD means them: one value or many, null as absent. */
@NullMarked
package dev.assay.credential.json;

import org.jspecify.annotations.NullMarked;
