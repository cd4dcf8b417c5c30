/** The console as people use it: in a real browser, signed in at a real Keycloak. */
@NullMarked
package dev.assay.admin.browser;

import org.jspecify.annotations.NullMarked;
