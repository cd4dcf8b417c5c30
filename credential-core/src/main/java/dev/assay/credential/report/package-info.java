/** What a verification found: outcome, checks with stable codes, and what the credential claims. */
@NullMarked
package dev.assay.credential.report;

import org.jspecify.annotations.NullMarked;
