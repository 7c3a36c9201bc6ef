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
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Someone who works for a company and looks after its products in the shop. */
@Entity
@Table(
        name = "employees",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_employees_company_email",
                        columnNames = {"company_id", "email"}),
        check = @CheckConstraint(name = "ck_employees_salary", constraint = "salary >= 0"))
public class Employee {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "company_id", nullable = false, foreignKey = @ForeignKey(name = "fk_employees_company"))
    private Company company;

    @Column(name = "full_name", length = 200, nullable = false)
    private String fullName;

    @Column(name = "email", length = 320, nullable = false)
    private String email;

    @Column(name = "job_title", length = 100)
    private String jobTitle;

    /** Gross, a month, in the company's own currency. */
    @Column(name = "salary", precision = 12, scale = 2, nullable = false)
    private BigDecimal salary;

    @Column(name = "hired_on", nullable = false)
    private LocalDate hiredOn;

    protected Employee() {}

    public Employee(Company company, String fullName, String email) {
        this.company = company;
        this.fullName = fullName;
        this.email = email;
    }

    public void hire(String newJobTitle, BigDecimal newSalary, LocalDate from) {
        this.jobTitle = newJobTitle;
        this.salary = newSalary;
        this.hiredOn = from;
    }

    public Long getId() {
        return id;
    }

    public Company getCompany() {
        return company;
    }

    public String getFullName() {
        return fullName;
    }

    public String getEmail() {
        return email;
    }

    public String getJobTitle() {
        return jobTitle;
    }

    public BigDecimal getSalary() {
        return salary;
    }

    public LocalDate getHiredOn() {
        return hiredOn;
    }
}
