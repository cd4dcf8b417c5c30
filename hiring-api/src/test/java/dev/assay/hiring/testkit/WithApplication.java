package dev.assay.hiring.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test class gets an API node on a database of its own; see {@link ApplicationExtension}. A
 * start takes seconds: a class that only ever speaks for the employers of the sample realm says
 * {@code shared = true}.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ApplicationExtension.class)
public @interface WithApplication {

    /**
     * Whether the node and its database may be those other classes had before. The two employers
     * are new for each class all the same, so nothing that belongs to one is seen by another; but
     * their ids are not those of {@link SampleMembers}, and what belongs to nobody (skills,
     * partners, metrics, what is on the web, whole tables) is everybody's.
     */
    boolean shared() default false;
}
