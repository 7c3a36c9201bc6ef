package com.example.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Generated;

/**
 * What a customer ordered at one time.
 *
 * <p>An order owns its items: they are saved and deleted with it. The table is called {@code orders} because
 * {@code order} is a reserved word.
 */
@Entity
@Table(
        name = "orders",
        check =
                @CheckConstraint(
                        name = "ck_orders_shipped_at",
                        constraint = "shipped_at is null or shipped_at >= placed_at"),
        indexes = {
            @Index(name = "ix_orders_customer_status", columnList = "customer_id, status"),
            @Index(name = "ix_orders_status_placed_at", columnList = "status, placed_at desc")
        })
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id", nullable = false, foreignKey = @ForeignKey(name = "fk_orders_customer"))
    private Customer customer;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", length = 20, nullable = false)
    private OrderStatus status = OrderStatus.NEW;

    /** ISO 4217. */
    @ColumnDefault("'EUR'")
    @Column(name = "currency", length = 3, nullable = false)
    private String currency;

    @Column(name = "note", length = 500)
    private String note;

    @Generated
    @ColumnDefault("now()")
    @Column(name = "placed_at", nullable = false, updatable = false)
    private Instant placedAt;

    @Column(name = "shipped_at")
    private Instant shippedAt;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<OrderItem> items = new ArrayList<>();

    protected Order() {}

    public Order(Customer customer, String currency) {
        this.customer = customer;
        this.currency = currency;
    }

    public OrderItem addItem(String productName, String sku, int quantity, BigDecimal unitPrice) {
        OrderItem item = new OrderItem(this, productName, sku, quantity, unitPrice);
        items.add(item);
        return item;
    }

    public OrderItem addItem(Product product, int quantity) {
        OrderItem item = new OrderItem(this, product, quantity);
        items.add(item);
        return item;
    }

    public void ship(Instant at) {
        this.status = OrderStatus.SHIPPED;
        this.shippedAt = at;
    }

    /** What the customer pays, over all items. */
    public BigDecimal total() {
        return items.stream().map(OrderItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Long getId() {
        return id;
    }

    public Customer getCustomer() {
        return customer;
    }

    public OrderStatus getStatus() {
        return status;
    }

    public String getCurrency() {
        return currency;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public Instant getPlacedAt() {
        return placedAt;
    }

    public Instant getShippedAt() {
        return shippedAt;
    }

    public List<OrderItem> getItems() {
        return items;
    }
}
