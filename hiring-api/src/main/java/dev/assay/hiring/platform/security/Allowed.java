package dev.assay.hiring.platform.security;

import dev.assay.hiring.shared.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which permission an endpoint needs. Checked before its body is read; the facade it calls
 * checks again, so that the console is held to the same rule. An endpoint without it answers
 * nobody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    Permission value();
}
