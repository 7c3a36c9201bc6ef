package dev.autogen.differ.hazard;

import dev.autogen.schema.QualifiedName;

/**
 * A label that a run added to an enum type.
 *
 * @param type the type, which was there before the run
 * @param label the label
 * @param addedIn the transaction in which it was added
 */
record NewLabel(QualifiedName type, String label, int addedIn) {}
