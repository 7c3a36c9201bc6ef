package dev.autogen.commands;

import java.util.Optional;

/** Someone who can be asked: a person at a terminal. */
@FunctionalInterface
public interface Questions {

    /**
     * Asks until one of the choices is taken.
     *
     * @return the key of the choice; empty where whoever is asked wants no more, and nothing is to be done
     */
    Optional<String> ask(Question question);
}
