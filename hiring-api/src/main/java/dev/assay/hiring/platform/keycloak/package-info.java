/**
 * The thin port to Keycloak's administration: accounts, organizations and partners' clients,
 * nothing else of it.
 */
@NullMarked
package dev.assay.hiring.platform.keycloak;

import org.jspecify.annotations.NullMarked;
