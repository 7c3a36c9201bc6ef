package dev.autogen.commands.config;

/** Whether a new migration is proved on a copy before it is shown. */
public enum ProofMode {
    /** Proved where a scratch database can be had, else a notice says that it was not. */
    AUTOMATIC,
    /** A migration that cannot be proved is a failure. */
    REQUIRED,
    /** Not proved. */
    OFF
}
