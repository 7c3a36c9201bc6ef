package dev.autogen.spring.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the application of these tests keeps in its database. */
@Entity
@Table(name = "products")
class Product {
    @Id
    Long id;

    @Column(length = 100)
    String name;
}
