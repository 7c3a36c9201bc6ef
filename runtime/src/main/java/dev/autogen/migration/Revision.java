package dev.autogen.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where in the history a {@link Migration} stands. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** What names this revision, as a rule 12 hexadecimal digits. */
    String id();

    /** Ids of the revisions it follows: none for the first one, several for one that merges branches. */
    String[] revises() default {};

    /** When it was written, in UTC as ISO 8601 has it: {@code 2026-11-21T10:15:30Z}. */
    String created() default "";

    /** Whether it describes what was there before autogen came, which autogen therefore never drops by itself. */
    boolean baseline() default false;

    /** Names of the branch that starts here. */
    String[] labels() default {};

    /** Ids of revisions on other branches that have to be applied first. */
    String[] dependsOn() default {};

    /**
     * Ids of the revisions that this one stands in for, oldest first: what {@code autogen squash} wrote it from. A
     * database at the last of them is at this one; their files are gone.
     */
    String[] replaces() default {};
}
