/** SD-JWT (RFC 9901): tokens of which a holder shows parts. */
@NullMarked
package dev.assay.credential.sdjwt;

import org.jspecify.annotations.NullMarked;
