package dev.assay.hiring.platform.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint returns a {@link Deed#gathered} to whoever prefers to be told later, and does
 * nothing slow before it: the key of such a call is claimed together with the deed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gathers {}
