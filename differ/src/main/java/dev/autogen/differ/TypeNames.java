package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.RenameTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables and types share one name space: every table has a row type of its name (PostgreSQL, section 8.16). What takes a
 * name there before it is free is refused, for PostgreSQL would.
 */
final class TypeNames {
    private final Map<QualifiedName, String> taken = new HashMap<>();
    /** Schemas other than the default one. */
    private final Set<String> schemas;

    /**
     * The names at the start.
     *
     * @param others relations and types that are not in the catalog
     */
    TypeNames(Catalog catalog, Collection<QualifiedName> others) {
        this.schemas = new HashSet<>(catalog.schemaNames());
        others.forEach(name -> taken.put(key(name), name.toString()));
        catalog.tables().forEach(table -> take(table.name(), "table"));
        catalog.enumTypes().forEach(type -> take(type.name(), "type"));
        catalog.domains().forEach(domain -> take(domain.name(), "domain"));
    }

    private void take(QualifiedName name, String kind) {
        taken.put(key(name), kind + " " + name);
    }

    /** Types called as PostgreSQL's own carry the default schema's name, where tables carry none. */
    private QualifiedName key(QualifiedName name) {
        boolean inDefaultSchema = name.schema() != null && !schemas.contains(name.schema());
        return inDefaultSchema && DataType.isTaken(name.name()) ? QualifiedName.of(name.name()) : name;
    }

    /**
     * Runs through operations in their order.
     *
     * @throws DifferException if one takes a name that is not free yet
     */
    void follow(List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof CreateSchema create) {
                schemas.add(create.name());
            } else if (operation instanceof DropTable drop) {
                taken.remove(key(drop.name()));
            } else if (operation instanceof DropEnum drop) {
                taken.remove(key(drop.name()));
            } else if (operation instanceof DropDomain drop) {
                taken.remove(key(drop.name()));
            } else if (operation instanceof CreateTable create) {
                requireFree(create.table().name(), "table");
            } else if (operation instanceof CreateEnum create) {
                requireFree(create.type().name(), "type");
            } else if (operation instanceof CreateDomain create) {
                requireFree(create.domain().name(), "domain");
            } else if (operation instanceof RenameTable rename) {
                taken.remove(key(rename.from()));
                requireFree(rename.from().withName(rename.to()), "table");
            } else if (operation instanceof RebuildEnum rebuild) {
                requireFreeMeanwhile(rebuild.to().name());
            }
        }
    }

    private void requireFree(QualifiedName name, String kind) {
        String holder = taken.get(key(name));
        if (holder != null && !holder.equals(kind + " " + name)) {
            throw new DifferException("The " + kind + " " + name + " cannot come while the " + holder
                    + " is there: tables and types share one name space, and one of the two would have to go before its"
                    + " time, in the upgrade or on the way back. Make two migrations of it, one that drops what has the"
                    + " name and one that makes what takes it over.");
        }
        take(name, kind);
    }

    private void requireFreeMeanwhile(QualifiedName type) {
        QualifiedName old = type.withName(Identifiers.cut("old_" + type.name()));
        if (taken.containsKey(key(old))) {
            throw new DifferException("The type " + type + " has to be made anew and is called " + old
                    + " meanwhile, but the " + taken.get(key(old))
                    + " has that name. Rename it first, in a migration of its"
                    + " own.");
        }
    }
}
