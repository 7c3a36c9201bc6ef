package dev.autogen.schema.operation;

/** Says in a few words what becomes of a sequence. */
final class SequenceChangeText implements SequenceChange.Visitor<String> {
    @Override
    public String visit(SequenceChange.Type change) {
        return change.from() == null ? "type " + change.to() : change.from() + " -> " + change.to();
    }

    @Override
    public String visit(SequenceChange.Options change) {
        return "options";
    }

    @Override
    public String visit(SequenceChange.Owner change) {
        return change.to() == null ? "no owner" : "owned by " + change.to();
    }

    @Override
    public String visit(SequenceChange.Comment change) {
        return change.to() == null ? "no comment" : "comment";
    }
}
