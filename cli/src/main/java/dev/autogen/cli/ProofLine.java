package dev.autogen.cli;

import dev.autogen.commands.proof.Proof;

/** What a proof said, where it did not fail. */
final class ProofLine {
    private ProofLine() {}

    static void print(Console console, Proof proof) {
        switch (proof.outcome()) {
            case PROVED -> console.print("\n" + proof.message());
            case NOT_PROVED -> console.say(proof.message());
            case SKIPPED -> {}
            case FAILED -> throw new IllegalArgumentException("a failed proof is an error: " + proof.message());
        }
    }
}
