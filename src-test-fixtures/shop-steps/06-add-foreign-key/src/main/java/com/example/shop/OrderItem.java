package com.example.shop;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * One line of an order.
 *
 * <p>Name, SKU and price are copied when the order is placed: an order says what was sold, whatever becomes of the
 * product afterwards. The link to the product is there for as long as the product is.
 */
@Entity
@Table(name = "order_items", check = @CheckConstraint(name = "ck_order_items_quantity", constraint = "quantity > 0"))
public class OrderItem {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false, foreignKey = @ForeignKey(name = "fk_order_items_order"))
    private Order order;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id", foreignKey = @ForeignKey(name = "fk_order_items_product"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private Product product;

    @Column(name = "product_name", length = 255, nullable = false)
    private String productName;

    @Column(name = "sku", length = 50, nullable = false)
    private String sku;

    @Column(name = "quantity", nullable = false)
    private int quantity;

    @Column(name = "unit_price", precision = 10, scale = 2, nullable = false)
    private BigDecimal unitPrice;

    protected OrderItem() {}

    OrderItem(Order order, Product product, int quantity) {
        this(order, product.getName(), product.getSku(), quantity, product.getPrice());
        this.product = product;
    }

    OrderItem(Order order, String productName, String sku, int quantity, BigDecimal unitPrice) {
        this.order = order;
        this.productName = productName;
        this.sku = sku;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
    }

    public BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    public Long getId() {
        return id;
    }

    public Order getOrder() {
        return order;
    }

    /** Empty once the product is no longer offered. */
    public Optional<Product> getProduct() {
        return Optional.ofNullable(product);
    }

    public String getProductName() {
        return productName;
    }

    public String getSku() {
        return sku;
    }

    public int getQuantity() {
        return quantity;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }
}
