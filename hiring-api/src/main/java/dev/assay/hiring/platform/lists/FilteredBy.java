package dev.assay.hiring.platform.lists;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list that takes these query parameters, besides those its method declares, and refuses any
 * other: a filter that was misspelt would otherwise show more than was asked for.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FilteredBy {

    Class<? extends QueryField> value();
}
