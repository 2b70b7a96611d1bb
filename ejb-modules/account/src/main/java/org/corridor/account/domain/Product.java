package org.corridor.account.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;

/**
 * What clients open accounts of.
 *
 * @param code unique, for people and configuration: {@code CURRENT-EUR}
 * @param overdraftLimit how far below zero an account may go; its currency is the product's
 */
public record Product(
    UUID id,
    String code,
    String name,
    ProductKind kind,
    Money overdraftLimit,
    ProductStatus status,
    Instant createdAt,
    long version) {

  public Product {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(createdAt, "createdAt");
    if (overdraftLimit.isNegative() || overdraftLimit.minorUnits() > Posting.MAX_LEG) {
      throw new IllegalArgumentException("an overdraft limit of " + overdraftLimit);
    }
  }

  public static Product create(
      UUID id, String code, String name, ProductKind kind, Money overdraftLimit, Instant at) {
    return new Product(id, code, name, kind, overdraftLimit, ProductStatus.ACTIVE, at, 1);
  }

  public Currency currency() {
    return overdraftLimit.currency();
  }

  public ProductCreated created() {
    return new ProductCreated(id, code, name, kind, currency().getCurrencyCode(), overdraftLimit);
  }
}
