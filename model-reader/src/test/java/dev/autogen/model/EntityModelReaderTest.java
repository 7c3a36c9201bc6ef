package dev.autogen.model;

import static dev.autogen.model.Catalogs.describe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.QualifiedName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityModelReaderTest {

    @TempDir
    Path directory;

    private Project project() {
        return new Project(directory);
    }

    @Test
    void columns_stand_in_the_order_in_which_the_entity_declares_them() {
        project()
                .type("@MappedSuperclass public abstract class Base { @Id Long id; @Version int version; }")
                .type("@Embeddable public class Address { String street; String city; String area; }")
                .type("""
                        @Entity public class Customer extends Base {
                            String zip;
                            Address address;
                            @ManyToOne Customer referrer;
                            Instant born;
                            boolean active;
                        }
                        """);
        assertThat(describe(project().read().catalog())).isEqualTo("""
                table customer
                  id bigint not null
                  version integer not null
                  zip varchar(255)
                  street varchar(255)
                  city varchar(255)
                  area varchar(255)
                  referrer_id bigint
                  born timestamptz(6)
                  active boolean not null
                  pk [id]
                  fk [referrer_id] -> customer[id]
                """);
    }

    @Test
    void constraints_have_a_name_only_where_the_entity_gives_one() {
        project().type("""
                        @Entity
                        @Table(
                            uniqueConstraints = {
                                @UniqueConstraint(columnNames = {"a", "b"}),
                                @UniqueConstraint(name = "uq_c", columnNames = "c")},
                            indexes = {
                                @Index(columnList = "a"),
                                @Index(name = "ix_b", columnList = "b desc, c"),
                                @Index(name = "uq_d", columnList = "d", unique = true),
                                @Index(columnList = "e", unique = true)})
                        public class Thing {
                            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                            String a; String b; String c; String d; String e;
                            @Column(unique = true) String f;
                            @ManyToOne Thing first;
                            @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "FK_Second")) Thing second;
                            @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Thing third;
                            @OneToOne @OnDelete(action = OnDeleteAction.SET_NULL) Thing fourth;
                        }
                        """);
        assertThat(describe(project().read().catalog())).isEqualTo("""
                table thing
                  id bigint not null by_default
                  a varchar(255)
                  b varchar(255)
                  c varchar(255)
                  d varchar(255)
                  e varchar(255)
                  f varchar(255)
                  first_id bigint
                  second_id bigint
                  third_id bigint
                  fourth_id bigint
                  pk [id]
                  unique uq_c [c]
                  unique uq_d [d]
                  unique [a, b]
                  unique [e]
                  unique [f]
                  unique [fourth_id]
                  fk fk_second [second_id] -> thing[id]
                  fk [first_id] -> thing[id]
                  fk [fourth_id] -> thing[id] on delete SET NULL
                  index ix_b [b desc, c]
                  index [a]
                """);
    }

    @Test
    void a_column_definition_is_taken_apart() {
        project().type("""
                        @Entity public class Thing {
                            @Id @Column(columnDefinition = "bigserial") Long id;
                            @Column(columnDefinition = "text not null default 'it''s, not (null)'") String a;
                            @Column(columnDefinition = "varchar(20) collate \\"C\\" default 'x'") String b;
                            @Column(columnDefinition = "timestamp with time zone default now()") Instant c;
                            @Column(columnDefinition = "numeric(10,2) check (d > 0 and d < 9) unique") BigDecimal d;
                            @Column(columnDefinition = "int generated always as (char_length(a) + 1) stored") Integer e;
                            @Column(columnDefinition = "bigint generated always as identity") Long f;
                            @Column(columnDefinition = "citext[] default '{}'::citext[]") String g;
                            @Column(columnDefinition = "boolean default null") Boolean h;
                        }
                        """);
        assertThat(describe(project().read().catalog())).isEqualTo("""
                table thing
                  id bigint not null serial
                  a text not null default 'it''s, not (null)'
                  b varchar(20) collate "C" default 'x'
                  c timestamptz default now()
                  d numeric(10,2)
                  e integer generated (char_length(a) + 1)
                  f bigint not null always
                  g citext[] default '{}'::citext[]
                  h boolean default null
                  pk [id]
                  unique [d]
                  check d > 0 and d < 9
                """);
    }

    @Test
    void expressions_in_an_index_arrive_whole() {
        project().type("""
                        @Entity
                        @Table(indexes = {
                            @Index(name = "ix_lower", columnList = "lower(email)"),
                            @Index(name = "uq_upper", columnList = "upper(email)", unique = true)})
                        public class Thing { @Id Long id; String email; }
                        """);
        assertThat(describe(project().read().catalog()))
                .contains("index ix_lower [(lower(email))]\n")
                .contains("unique index uq_upper [(upper(email))]\n");
    }

    @Test
    void names_are_as_postgresql_stores_them() {
        String longName = "a".repeat(61) + "ümlaut";
        project().type("""
                        @Entity @Table(name = "`Big Table`", schema = "Sales")
                        public class Thing {
                            @Id Long id;
                            String createdAt;
                            @Column(name = "`Select`") String select;
                            @Column(name = "%s") String cut;
                        }
                        """.formatted(longName));
        EntityModel model = project().read();
        assertThat(describe(model.catalog())).isEqualTo("""
                schema sales
                table sales.Big Table
                  id bigint not null
                  createdat varchar(255)
                  Select varchar(255)
                  %sü varchar(255)
                  pk [id]
                """.formatted("a".repeat(61)));
    }

    @Test
    void the_default_schema_is_not_written_down() {
        project().type("@Entity @Table(schema = \"app\") public class Thing { @Id Long id; }");
        EntityModel model = new EntityModelReader()
                .read(project().sources().defaultSchema("app").build());
        assertThat(model.catalog().schemas()).isEmpty();
        assertThat(model.catalog().table(QualifiedName.of("thing"))).isPresent();
    }

    @Test
    void defaults_comments_checks_and_generated_columns_are_read() {
        project().type("public enum Mood { SAD, OK }").type("""
                        @Entity @org.hibernate.annotations.Check(name = "ck_range", constraints = "low < high")
                        @Comment("what it is")
                        public class Thing {
                            @Id Long id;
                            @ColumnDefault("7") int low;
                            @Comment("the upper bound") int high;
                            @GeneratedColumn("high - low") int width;
                            @Enumerated(EnumType.STRING) Mood mood;
                            @Enumerated Mood ordinal;
                            @Enumerated(EnumType.STRING) @JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) Mood named;
                            @Collate("C") String sorted;
                            @Formula("low + 1") int formula;
                        }
                        """);
        assertThat(describe(project().read().catalog())).isEqualTo("""
                enum mood [OK, SAD]
                table thing -- what it is
                  id bigint not null
                  low integer not null default 7
                  high integer not null -- the upper bound
                  width integer generated (high - low)
                  mood varchar(255)
                  ordinal smallint
                  named mood
                  sorted varchar(255) collate "C"
                  pk [id]
                  check ck_range low < high
                  check mood in ('SAD','OK')
                  check ordinal between 0 and 1
                """);
    }

    @Test
    void what_a_package_says_counts_for_its_entities_and_for_no_others() {
        project()
                .source("@org.hibernate.annotations.SoftDelete(columnName = \"gone\") package archive;")
                .source("package archive; import jakarta.persistence.*;"
                        + " @Entity public class Letter { @Id Long id; }")
                .type("@Entity public class Thing { @Id Long id; }");
        assertThat(describe(project().read().catalog())).isEqualTo("""
                table letter
                  id bigint not null
                  gone boolean not null -- Soft-delete indicator
                  pk [id]
                table thing
                  id bigint not null
                  pk [id]
                """);
    }

    @Test
    void a_column_that_two_members_want_in_different_lengths_is_remarked_on() {
        project()
                .type(
                        "@Entity @Table(name = \"two\") public class First { @Id Long id; @Column(length = 9) String a; }")
                .type("@Entity @Table(name = \"two\") public class Second { @Id Long id; String a; }");
        assertThat(project().read().warnings())
                .extracting(ModelWarning::message)
                .containsExactly("The column two.a is mapped twice: shop.First.a wants varchar(9), shop.Second.a wants "
                        + "varchar(255); the first counts, as it does for Hibernate");
    }

    @Test
    void a_view_that_an_entity_defines_is_named_as_not_compared() {
        project()
                .type("@Entity public class User { @Id Long id; boolean active; }")
                .type("@Entity @Immutable @Table(name = \"active_user\") @Synchronize(\"user\")"
                        + " @org.hibernate.annotations.View(query = \"select id from user where active\")"
                        + " public class ActiveUser { @Id Long id; }");
        EntityModel model = project().read();
        assertThat(model.catalog().tables())
                .extracting(table -> table.name().name())
                .containsExactly("user");
        assertThat(model.warnings())
                .extracting(ModelWarning::message)
                .containsExactly(
                        "The view active_user of @View is not compared: making and changing views is left to you");
    }

    @Test
    void positions_point_at_the_class_and_at_the_field() {
        project().source("""
                package shop;

                import jakarta.persistence.Entity;
                import jakarta.persistence.Id;
                import java.util.List;

                @Entity
                public class Thing extends Base {
                    @Id
                    private Long id;

                    @jakarta.persistence.ElementCollection
                    private List<String> tags;
                }
                """).source("""
                package shop;

                @jakarta.persistence.MappedSuperclass
                public class Base {
                    protected String name;
                }
                """);
        SourcePositions positions = project().read().positions();
        QualifiedName thing = QualifiedName.of("thing");
        Path file = project().file("shop/Thing.java");
        assertThat(positions.ofTable(thing)).contains(new SourcePosition(file, 8));
        assertThat(positions.ofColumn(thing, "id")).contains(new SourcePosition(file, 10));
        assertThat(positions.ofColumn(thing, "name"))
                .contains(new SourcePosition(project().file("shop/Base.java"), 5));
        assertThat(positions.ofTable(QualifiedName.of("thing_tags"))).contains(new SourcePosition(file, 13));
    }
}
