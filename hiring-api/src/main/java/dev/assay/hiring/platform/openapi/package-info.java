/** The contract of the HTTP API as an OpenAPI document: assembled, completed and served. */
@NullMarked
package dev.assay.hiring.platform.openapi;

import org.jspecify.annotations.NullMarked;
