package com.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Generated;

/**
 * Someone who orders from the shop.
 *
 * <p>The email address is the login, so there is one customer for each.
 */
@Entity
@Table(name = "customers", uniqueConstraints = @UniqueConstraint(name = "uq_customers_email", columnNames = "email"))
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "name", length = 200, nullable = false)
    private String name;

    @Column(name = "email", length = 320, nullable = false)
    private String email;

    /** E.164, such as +4930123456. */
    @Column(name = "phone", length = 30)
    private String phone;

    @Embedded
    private Address address;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", length = 20, nullable = false)
    private CustomerStatus status = CustomerStatus.PENDING;

    @ColumnDefault("0")
    @Column(name = "loyalty_points", nullable = false)
    private int loyaltyPoints;

    @Generated
    @ColumnDefault("now()")
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** What sales knows the customer by: "wholesale", "newsletter", "press". */
    @ManyToMany
    @JoinTable(
            name = "customer_tags",
            joinColumns = @JoinColumn(name = "customer_id", nullable = false),
            foreignKey = @ForeignKey(name = "fk_customer_tags_customer"),
            inverseJoinColumns = @JoinColumn(name = "tag_id", nullable = false),
            inverseForeignKey = @ForeignKey(name = "fk_customer_tags_tag"))
    private Set<Tag> tags = new LinkedHashSet<>();

    protected Customer() {}

    public Customer(String name, String email) {
        this.name = name;
        this.email = email;
    }

    public void moveTo(Address newAddress) {
        this.address = newAddress;
    }

    public void activate() {
        this.status = CustomerStatus.ACTIVE;
    }

    public void tag(Tag tag) {
        tags.add(tag);
        tag.getCustomers().add(this);
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Address getAddress() {
        return address;
    }

    public CustomerStatus getStatus() {
        return status;
    }

    public int getLoyaltyPoints() {
        return loyaltyPoints;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Set<Tag> getTags() {
        return tags;
    }
}
