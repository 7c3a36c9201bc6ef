package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ClassPaths;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entity models that others wrote, read from the jars they ship. */
class RealModelsTest {

    @Test
    void axon_has_six_tables() {
        EntityModel model = read("axon", "axon-messaging", "axon-eventsourcing", "axon-modelling");
        assertThat(model.catalog().tables()).hasSize(6);
        assertThat(model.catalog()
                        .table(QualifiedName.of("snapshot_event_entry"))
                        .orElseThrow()
                        .primaryKey()
                        .columns())
                .as("ordered as Hibernate's export orders them")
                .containsExactly("sequence_number", "aggregate_identifier", "type");
    }

    @Test
    void spring_statemachine_has_ten_tables() {
        EntityModel model = read("spring-statemachine", "spring-statemachine-data-jpa");
        assertThat(model.catalog().tables()).hasSize(10);
    }

    @Test
    void kogito_has_twenty_two_tables() {
        EntityModel model = new EntityModelReader()
                .read(sources("kogito", "data-index-storage-jpa-common", "jobs-service-storage-jpa")
                        .hibernateClassPath(ClassPaths.of("hibernate-6.6"))
                        .naming("jpa")
                        .build());
        assertThat(model.catalog().tables()).hasSize(22);
        assertThat(model.catalog()
                        .table(QualifiedName.of("tasks"))
                        .orElseThrow()
                        .column("inputs")
                        .orElseThrow()
                        .type())
                .hasToString("jsonb");
    }

    @Test
    void hapi_fhir_has_fifty_seven_tables_and_the_sequences_of_its_own_generator() {
        EntityModel model = new EntityModelReader()
                .read(hapi().services(Map.of(
                                "ca.uhn.fhir.jpa.util.ISequenceValueMassager",
                                "ca.uhn.fhir.jpa.util.ISequenceValueMassager$NoopSequenceValueMassager"))
                        .build());
        assertThat(model.hibernateVersion()).as("its own").startsWith("6.6.4.");
        assertThat(model.catalog().tables()).hasSize(57);
        assertThat(model.catalog().sequences())
                .contains(Sequence.of(QualifiedName.of("seq_resource_id"), SequenceOptions.of(1000L, 50L)));
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void a_generator_that_lacks_its_service_is_not_lost_silently() {
        assertThat(new EntityModelReader().read(hapi().build()).warnings())
                .extracting(ModelWarning::message)
                .anyMatch(message -> message.startsWith("Hibernate cannot set up an identifier generator"));
    }

    private static EntitySources.Builder hapi() {
        return sources("hapi-fhir", "hapi-fhir-jpaserver-model", "hapi-fhir-jpaserver-base")
                .packages(List.of("ca.uhn.fhir.jpa.model.entity", "ca.uhn.fhir.jpa.entity"))
                .settings(Map.of("hibernate.integration.envers.enabled", "false"))
                .naming("jpa");
    }

    private static EntityModel read(String name, String... archives) {
        return new EntityModelReader()
                .read(sources(name, archives)
                        .hibernateClassPath(ClassPaths.of("hibernate-6.6"))
                        .naming("spring")
                        .build());
    }

    private static EntitySources.Builder sources(String name, String... archives) {
        List<Path> classPath = ClassPaths.of(name);
        return EntitySources.builder().classPath(classPath).jars(ClassPaths.archives(classPath, archives));
    }
}
