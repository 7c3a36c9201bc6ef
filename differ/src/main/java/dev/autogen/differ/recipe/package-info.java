/** Carries a difference out so that an application that runs meanwhile is not held up. */
package dev.autogen.differ.recipe;
