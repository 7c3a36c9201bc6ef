package dev.autogen.cli;

import dev.autogen.commands.config.GivenOptions;
import dev.autogen.commands.config.Option;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name; each is also a variable and a key of a file. */
final class CommonOptions {
    @CommandLine.Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Database: jdbc:postgresql://..., postgres://... or embedded (DATABASE_URL).")
    private String url;

    @CommandLine.Option(
            names = "--user",
            scope = ScopeType.INHERIT,
            paramLabel = "ROLE",
            description = "Role to connect as (PGUSER).")
    private String user;

    @CommandLine.Option(
            names = "--password-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File that holds the password (else PGPASSWORD, ~/.pgpass or the URL).")
    private String passwordFile;

    @CommandLine.Option(
            names = "--schema",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Schemas to compare; the first is the default one (DATABASE_SCHEMA).")
    private List<String> schema;

    @CommandLine.Option(
            names = "--project",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Project directory; default: this one.")
    private String project;

    @CommandLine.Option(
            names = "--entities",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH",
            description = "Source roots, class directories or jars with entities; default: the project's layout.")
    private List<String> entities;

    @CommandLine.Option(
            names = "--classpath",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH",
            description = "What the entities need; default: what the build tool says.")
    private List<String> classpath;

    @CommandLine.Option(
            names = "--packages",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Only entities in these packages.")
    private List<String> packages;

    @CommandLine.Option(
            names = "--hibernate",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY=VALUE",
            description = "A setting for Hibernate.")
    private List<String> hibernate;

    @CommandLine.Option(
            names = "--service",
            scope = ScopeType.INHERIT,
            paramLabel = "IFACE=IMPL",
            description = "A service for Hibernate's registry.")
    private List<String> service;

    @CommandLine.Option(
            names = "--include-class",
            scope = ScopeType.INHERIT,
            paramLabel = "REGEX",
            description = "Only entities whose class name matches.")
    private List<String> includeClass;

    @CommandLine.Option(
            names = "--exclude-class",
            scope = ScopeType.INHERIT,
            paramLabel = "REGEX",
            description = "No entities whose class name matches.")
    private List<String> excludeClass;

    @CommandLine.Option(
            names = "--include",
            scope = ScopeType.INHERIT,
            paramLabel = "PATTERN",
            description = "Compare only schemas, tables and sequences that match; * and ? are wild.")
    private List<String> include;

    @CommandLine.Option(
            names = "--exclude",
            scope = ScopeType.INHERIT,
            paramLabel = "PATTERN",
            description = "Leave out schemas, tables, sequences, indexes and constraints that match.")
    private List<String> exclude;

    @CommandLine.Option(
            names = "--strict",
            scope = ScopeType.INHERIT,
            description = "What the entities do not speak of counts as drift.")
    private boolean strict;

    @CommandLine.Option(
            names = "--allow-drops",
            scope = ScopeType.INHERIT,
            description = "Drop what the entities do not know, also if no migration created it.")
    private boolean allowDrops;

    @CommandLine.Option(
            names = "--plain",
            scope = ScopeType.INHERIT,
            description = "Write the short form: one transaction, which locks tables for as long as it takes.")
    private boolean plain;

    @CommandLine.Option(
            names = "--split",
            scope = ScopeType.INHERIT,
            paramLabel = "expand,contract",
            description = "Write two migrations: what the old version of the application lives with, and the rest.")
    private String split;

    @CommandLine.Option(
            names = "--rename",
            scope = ScopeType.INHERIT,
            paramLabel = "OLD=NEW",
            description = "A rename: users=customers, users.name=full_name, 'users.home_*=address_*'.")
    private List<String> rename;

    @CommandLine.Option(
            names = "--rename-spelling",
            scope = ScopeType.INHERIT,
            description = "What is only spelled otherwise (fullname, full_name) is renamed: the naming changed.")
    private boolean renameSpelling;

    @CommandLine.Option(
            names = "--no-input",
            scope = ScopeType.INHERIT,
            description = "Ask nothing, also at a terminal.")
    private boolean noInput;

    @CommandLine.Option(
            names = "--naming",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Naming strategy: jpa, spring or a class; default: spring where Spring Boot is present.")
    private String naming;

    @CommandLine.Option(
            names = "--migrations",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Source root of migrations; default: src/main/java.")
    private List<String> migrations;

    @CommandLine.Option(
            names = "--package",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Package of migrations; default: migrations.")
    private List<String> packageName;

    @CommandLine.Option(
            names = "--package-per-year",
            scope = ScopeType.INHERIT,
            description = "Put new migrations into a package of their year: migrations.y2026.")
    private boolean packagePerYear;

    @CommandLine.Option(
            names = "--class-name",
            scope = ScopeType.INHERIT,
            paramLabel = "TEMPLATE",
            description = "Name of new migrations, of {time}, {id} and {message}; default: M{time}_{message}.")
    private String className;

    @CommandLine.Option(
            names = "--header",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File with a comment that stands above the package of new migrations, such as a licence.")
    private String header;

    @CommandLine.Option(
            names = "--show-sql",
            scope = ScopeType.INHERIT,
            description = "Show the SQL of each operation in new migrations, as a comment.")
    private boolean showSql;

    @CommandLine.Option(
            names = "--post-write",
            scope = ScopeType.INHERIT,
            paramLabel = "COMMAND",
            description = "Run a command after a migration was written, {file} stands for it; may be repeated.")
    private List<String> postWrite;

    @CommandLine.Option(
            names = "--version-table",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Version table; default: autogen_version.")
    private String versionTable;

    @CommandLine.Option(
            names = "--version-schema",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Schema of autogen's own tables; default: the first of --schema.")
    private String versionSchema;

    @CommandLine.Option(
            names = "--lock-timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "TIME",
            description = "How long a statement waits for a lock, such as 5s; default: 5s.")
    private String lockTimeout;

    @CommandLine.Option(
            names = "--statement-timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "TIME",
            description = "How long a statement of a migration runs, such as 5min; default: what the server says.")
    private String statementTimeout;

    @CommandLine.Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Section of autogen.properties, and Spring profile.")
    private String profile;

    @CommandLine.Option(
            names = "--no-proof",
            scope = ScopeType.INHERIT,
            description = "Do not prove a new migration on a scratch copy.")
    private boolean noProof;

    @CommandLine.Option(
            names = "--proof",
            scope = ScopeType.INHERIT,
            paramLabel = "MODE",
            description = "required: end with 1 if a new migration cannot be proved.")
    private String proof;

    @CommandLine.Option(
            names = "--scratch-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description =
                    "Server on which databases for the proof and for file: may be made; default: an embedded one.")
    private String scratchUrl;

    @CommandLine.Option(
            names = "--no-preflight",
            scope = ScopeType.INHERIT,
            description = "Do not look whether the data would make a new migration fail.")
    private boolean noPreflight;

    @CommandLine.Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Stack traces with errors; details in current, history and heads.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }

    /** The options that were given, as the settings know them. */
    GivenOptions given() {
        Collected given = new Collected();
        given.put(Option.URL, url);
        given.put(Option.USER, user);
        given.put(Option.PASSWORD_FILE, passwordFile);
        given.put(Option.SCHEMA, schema);
        given.put(Option.PROJECT, project);
        given.put(Option.ENTITIES, entities);
        given.put(Option.CLASSPATH, classpath);
        given.put(Option.PACKAGES, packages);
        given.put(Option.HIBERNATE, hibernate);
        given.put(Option.SERVICE, service);
        given.put(Option.INCLUDE_CLASS, includeClass);
        given.put(Option.EXCLUDE_CLASS, excludeClass);
        given.put(Option.INCLUDE, include);
        given.put(Option.EXCLUDE, exclude);
        given.put(Option.RENAME, rename);
        given.put(Option.NAMING, naming);
        given.put(Option.MIGRATIONS, migrations);
        given.put(Option.PACKAGE, packageName);
        given.put(Option.PACKAGE_PER_YEAR, packagePerYear);
        given.put(Option.CLASS_NAME, className);
        given.put(Option.HEADER, header);
        given.put(Option.SHOW_SQL, showSql);
        given.put(Option.POST_WRITE, postWrite);
        given.put(Option.VERSION_TABLE, versionTable);
        given.put(Option.VERSION_SCHEMA, versionSchema);
        given.put(Option.LOCK_TIMEOUT, lockTimeout);
        given.put(Option.STATEMENT_TIMEOUT, statementTimeout);
        given.put(Option.PROFILE, profile);
        given.put(Option.PROOF, proof);
        given.put(Option.SCRATCH_URL, scratchUrl);
        given.put(Option.NO_PROOF, noProof);
        given.put(Option.NO_PREFLIGHT, noPreflight);
        given.put(Option.STRICT, strict);
        given.put(Option.RENAME_SPELLING, renameSpelling);
        given.put(Option.NO_INPUT, noInput);
        given.put(Option.ALLOW_DROPS, allowDrops);
        given.put(Option.PLAIN, plain);
        given.put(Option.SPLIT, split);
        return given.options;
    }

    /** Collects what was given; what was not stays away. */
    private static final class Collected {
        private GivenOptions options = GivenOptions.none();

        void put(Option setting, String value) {
            if (value != null) {
                options = options.with(setting, value);
            }
        }

        void put(Option setting, List<String> values) {
            if (values != null) {
                options = options.with(setting, values.toArray(String[]::new));
            }
        }

        void put(Option setting, boolean flag) {
            if (flag) {
                options = options.with(setting, "true");
            }
        }
    }
}
