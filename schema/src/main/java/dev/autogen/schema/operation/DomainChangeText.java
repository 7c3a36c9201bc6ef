package dev.autogen.schema.operation;

/** A change of a domain in a few words. */
final class DomainChangeText implements DomainChange.Visitor<String> {
    @Override
    public String visit(DomainChange.Default change) {
        return change.to() == null ? "no default" : "default " + change.to().text();
    }

    @Override
    public String visit(DomainChange.Nullability change) {
        return change.nullable() ? "nullable" : "not null";
    }

    @Override
    public String visit(DomainChange.AddCheck change) {
        return "check " + change.check().name() + " added";
    }

    @Override
    public String visit(DomainChange.DropCheck change) {
        return "check " + change.name() + " dropped";
    }

    @Override
    public String visit(DomainChange.Comment change) {
        return change.to() == null ? "no comment" : "comment";
    }
}
