package dev.autogen.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a hazard of a {@link Migration} is known and taken, so that {@code autogen lint} does not fail for it:
 *
 * <pre>{@code
 * @Accept(value = "data-loss", because = "nobody has read users.legacy_field since release 4")
 * @Override
 * public void upgrade(Operations op) {
 *     op.dropColumn("users", "legacy_field");
 * }
 * }</pre>
 *
 * <p>On the class it counts for all that the migration does, on a method of it for what is asked for in that method and
 * those that it calls. With {@link #on} it counts for one table or column alone. It changes nothing of what is run, nor the checksum by which an edited migration is noticed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Accept.All.class)
public @interface Accept {

    /** The id of the hazard, such as {@code data-loss}. */
    String value();

    /**
     * The table, column, sequence or type whose hazard it is, as the hazard names it: {@code users}, with all its columns,
     * or {@code users.legacy_field}. Any where it is empty.
     */
    String on() default "";

    /** Why it is no harm here, for those who read the migration later; not blank. */
    String because();

    /** What the compiler makes of several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface All {

        /** The hazards that are accepted. */
        Accept[] value();
    }
}
