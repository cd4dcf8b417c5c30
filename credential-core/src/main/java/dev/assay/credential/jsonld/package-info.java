/** JSON-LD with bundled contexts only, and RDF canonical form within a work budget. */
@NullMarked
package dev.assay.credential.jsonld;

import org.jspecify.annotations.NullMarked;
