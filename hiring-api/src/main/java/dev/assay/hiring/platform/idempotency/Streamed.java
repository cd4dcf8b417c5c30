package dev.assay.hiring.platform.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint, which returns a {@link Deed}, takes bodies of any length and reads them as they
 * come. What makes a call the same call is then its address and what its headers say of the body
 * ({@code Content-Length}, and {@code Content-Digest} of RFC 9530), not the body itself.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Streamed {}
