package dev.assay.hiring.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an endpoint under {@code /v1} may be called without a token and answers everybody
 * alike; it takes no actor, unless the body is signed and that says who calls. Its path is listed
 * in {@link OpenPaths} too: neither alone opens anything.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToAnyone {}
