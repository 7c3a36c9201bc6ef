package com.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.LinkedHashSet;
import java.util.Set;

/** A word that sales puts on customers to find them again. */
@Entity
@Table(name = "tags", uniqueConstraints = @UniqueConstraint(name = "uq_tags_label", columnNames = "label"))
public class Tag {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "label", length = 50, nullable = false)
    private String label;

    @ManyToMany(mappedBy = "tags")
    private Set<Customer> customers = new LinkedHashSet<>();

    protected Tag() {}

    public Tag(String label) {
        this.label = label;
    }

    public Long getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }

    public Set<Customer> getCustomers() {
        return customers;
    }
}
