/**
 * The shop: companies offer products, customers order them.
 *
 * <p>Every table, column, constraint and index is named here rather than by a naming strategy, so that what the
 * database reports in an error or a plan can be found by searching the sources.
 */
package com.example.shop;
