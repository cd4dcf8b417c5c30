package dev.assay.hiring.platform.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint takes calls without a token whose body is signed, or whose address nobody else can
 * know. Who calls is known once the endpoint has looked, and says so to {@link SignedCalls}, which
 * counts the call then.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Signed {}
