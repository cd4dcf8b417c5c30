@NullMarked
package dev.assay.hiring.platform.keycloak;

import org.jspecify.annotations.NullMarked;
