package dev.autogen.commands.preflight;

import java.util.Optional;

/**
 * A probe that a run gives reason for.
 *
 * @param probe the probe
 * @param occasion the reason
 * @param doubt what may make the data another by then; empty where nothing does
 * @param obstacle why it cannot be asked; empty where it can
 */
record ProbeTask(Probe probe, Occasion occasion, Optional<String> doubt, Optional<String> obstacle) {}
