/** Open Badges 2.0 and older: hosted by the issuer, or signed with a key of its profile. */
@NullMarked
package dev.assay.credential.badge2;

import org.jspecify.annotations.NullMarked;
