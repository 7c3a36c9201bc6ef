package dev.autogen.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells autogen, in the entity itself, what the database calls a thing that is called otherwise now: on an entity its
 * table, on a field or getter its column, or its join or collection table, on an embedded one the columns of its class.
 *
 * <pre>{@code
 * @RenamedFrom("name")
 * String fullName;
 * }</pre>
 *
 * <p>It is obeyed where the database has the old name and lacks the new one, and says nothing anywhere else, so it may
 * stay for as long as some database has not been migrated yet. autogen knows it by its simple name: an annotation
 * {@code RenamedFrom} of the project's own, with such a {@code value}, does as well and needs no dependency.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {

    /**
     * The old name, as the database has it and without its table or schema; several where it was renamed more than once. Of
     * a column it may have a star for what the names then and now have in common: {@code "home_*"} on an embedded member
     * whose columns are {@code address_street} and {@code address_city} now.
     */
    String[] value();
}
