/** Sign-in through Keycloak, and whom the signed-in person works for. */
@NullMarked
package dev.assay.admin.signin;

import org.jspecify.annotations.NullMarked;
