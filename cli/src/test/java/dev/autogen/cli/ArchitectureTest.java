package dev.autogen.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.autogen.commands.Failure;
import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.model.bridge.BridgeException;
import dev.autogen.schema.operation.IrreversibleOperationException;
import javax.tools.JavaFileManager;

/** Holds the arrows between the modules that CONTRIBUTING.md draws. This module sees all the others, so the test is here. */
@AnalyzeClasses(packages = "dev.autogen", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SCHEMA = "dev.autogen.schema..";
    private static final String INTROSPECTOR = "dev.autogen.introspector..";
    private static final String MODEL_READER = "dev.autogen.model..";
    private static final String BRIDGE = "dev.autogen.model.bridge..";
    private static final String DIFFER = "dev.autogen.differ..";
    private static final String RUNTIME = "dev.autogen.migration..";
    private static final String CODEGEN = "dev.autogen.codegen..";
    private static final String SCRATCH = "dev.autogen.scratch..";
    private static final String COMMANDS = "dev.autogen.commands..";
    private static final String CLI = "dev.autogen.cli..";
    private static final String FIXTURES = "dev.autogen.fixtures..";

    @ArchTest
    static final ArchRule schema_knows_no_other_module = only(SCHEMA);

    @ArchTest
    static final ArchRule introspector_knows_the_schema_alone = only(INTROSPECTOR, SCHEMA);

    @ArchTest
    static final ArchRule model_reader_knows_the_schema_alone = only(MODEL_READER, SCHEMA);

    @ArchTest
    static final ArchRule bridge_knows_no_other_module = only(BRIDGE);

    @ArchTest
    static final ArchRule differ_knows_the_schema_alone = only(DIFFER, SCHEMA);

    @ArchTest
    static final ArchRule runtime_knows_the_schema_alone = only(RUNTIME, SCHEMA);

    @ArchTest
    static final ArchRule codegen_knows_the_runtime_and_the_schema = only(CODEGEN, RUNTIME, SCHEMA);

    @ArchTest
    static final ArchRule scratch_stands_beside_the_others = only(SCRATCH);

    @ArchTest
    static final ArchRule commands_do_not_know_who_calls_them =
            only(COMMANDS, SCHEMA, INTROSPECTOR, MODEL_READER, DIFFER, RUNTIME, CODEGEN, SCRATCH);

    @ArchTest
    static final ArchRule command_line_only_calls_commands_and_prints_revisions = only(CLI, COMMANDS, RUNTIME);

    @ArchTest
    static final ArchRule fixtures_know_scratch_alone = only(FIXTURES, SCRATCH);

    @ArchTest
    static final ArchRule the_vocabulary_needs_the_jdk_alone = classes()
            .that()
            .resideInAPackage(SCHEMA)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(SCHEMA, "java..", "javax.."));

    @ArchTest
    static final ArchRule what_an_application_ships_needs_the_jdk_slf4j_and_a_scanner_alone = classes()
            .that()
            .resideInAPackage(RUNTIME)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(SCHEMA, RUNTIME, "java..", "javax..", "org.slf4j..", "io.github.classgraph.."));

    @ArchTest
    static final ArchRule vocabulary_and_differ_speak_to_no_database = noClasses()
            .that()
            .resideInAnyPackage(SCHEMA, DIFFER, CODEGEN)
            .should()
            .dependOnClassesThat(resideInAPackage("java.sql.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_bridge_touches_hibernate = noClasses()
            .that(resideInAPackage("dev.autogen..").and(DescribedPredicate.not(resideInAPackage(BRIDGE))))
            .should()
            .dependOnClassesThat(resideInAPackage("org.hibernate.."));

    @ArchTest
    static final ArchRule only_the_command_line_writes_to_the_console = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .allowEmptyShould(true);

    /** A module's own package is its door: it may know the packages behind it, and they what it declares. */
    @ArchTest
    static final ArchRule packages_behind_a_door_form_no_cycle =
            slices().matching("dev.autogen.(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    /** What is not known to {@link Failure} ends with the exit code of a defect. The exempt never get that far. */
    @ArchTest
    static final ArchRule every_exception_has_an_exit_code = classes()
            .that()
            .areAssignableTo(RuntimeException.class)
            .and()
            .arePublic()
            .and()
            .doNotBelongToAnyOf(
                    BridgeException.class, IrreversibleMigrationException.class, IrreversibleOperationException.class)
            .should(ArchCondition.from(describe(
                    "be known to Failure",
                    exception -> exception.getDirectDependenciesToSelf().stream()
                            .anyMatch(dependency -> dependency.getOriginClass().isEquivalentTo(Failure.class)))));

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for = noClasses()
            .that()
            .areNotAssignableTo(JavaFileManager.class)
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    /** Of all that is ours, {@code module} may use itself and {@code allowed}. */
    private static ArchRule only(String module, String... allowed) {
        DescribedPredicate<JavaClass> foreign = DescribedPredicate.not(resideInAPackage("dev.autogen.."));
        DescribedPredicate<JavaClass> known =
                foreign.or(resideInAPackage(module)).or(resideInAnyPackage(allowed));
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(known.as("are of %s %s", module, String.join(" ", allowed)))
                .allowEmptyShould(true);
    }
}
