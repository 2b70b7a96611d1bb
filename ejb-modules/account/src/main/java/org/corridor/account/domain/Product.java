package org.corridor.account.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.corridor.account.domain.interest.InterestTerms;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;

/**
 * What clients open accounts of.
 *
 * @param code unique, for people and configuration: {@code CURRENT-EUR}
 * @param overdraftLimit how far below zero an account may go; its currency is the product's
 * @param interest null if it bears none
 * @param dormantAfterDays of silence; null for never
 */
public record Product(
    UUID id,
    String code,
    String name,
    ProductKind kind,
    Money overdraftLimit,
    InterestTerms interest,
    Integer dormantAfterDays,
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
    if (dormantAfterDays != null && dormantAfterDays < 1) {
      throw new IllegalArgumentException("dormant after " + dormantAfterDays + " days");
    }
  }

  /**
   * What a product is to be.
   *
   * @param interest null if it bears none
   * @param dormantAfterDays of silence; null for never
   */
  public record Draft(
      String code,
      String name,
      ProductKind kind,
      Money overdraftLimit,
      InterestTerms interest,
      Integer dormantAfterDays) {}

  public static Product create(UUID id, Draft draft, Instant at) {
    return new Product(
        id,
        draft.code(),
        draft.name(),
        draft.kind(),
        draft.overdraftLimit(),
        draft.interest(),
        draft.dormantAfterDays(),
        ProductStatus.ACTIVE,
        at,
        1);
  }

  public Currency currency() {
    return overdraftLimit.currency();
  }

  public ProductCreated created() {
    return new ProductCreated(
        id,
        code,
        name,
        kind,
        currency().getCurrencyCode(),
        overdraftLimit,
        interest == null ? null : ProductCreated.Interest.of(interest),
        dormantAfterDays);
  }
}
