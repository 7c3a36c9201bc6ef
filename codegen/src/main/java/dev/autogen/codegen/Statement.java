package dev.autogen.codegen;

import dev.autogen.codegen.Expression.Chain;

/**
 * The statement of one operation.
 *
 * @param subject what it is about; statements about the same thing stand together
 * @param renamed what the same thing is called afterwards; the subject itself unless the statement renames it
 * @param chain the calls on {@code op}
 */
record Statement(Object subject, Object renamed, Chain chain) {

    Statement(Object subject, Chain chain) {
        this(subject, subject, chain);
    }

    /** Whether the next statement goes on with what this one is about. */
    boolean leadsTo(Statement next) {
        return renamed.equals(next.subject);
    }
}
