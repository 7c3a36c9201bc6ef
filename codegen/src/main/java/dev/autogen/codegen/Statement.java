package dev.autogen.codegen;

import dev.autogen.codegen.Expression.Chain;

/**
 * The statement of one operation.
 *
 * @param subject what it is about; statements about the same thing stand together
 * @param chain the calls on {@code op}
 */
record Statement(Object subject, Chain chain) {}
