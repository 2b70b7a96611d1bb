package org.corridor.account.domain;

import java.util.UUID;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.InterestTerms;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;

/**
 * Accounts of a new product can be opened.
 *
 * @param interest null if it bears none
 * @param dormantAfterDays null for never
 */
public record ProductCreated(
    UUID productId,
    String code,
    String name,
    ProductKind kind,
    String currency,
    Money overdraftLimit,
    Interest interest,
    Integer dormantAfterDays)
    implements DomainEvent {

  /**
   * @param creditRate percent a year
   * @param debitRate percent a year
   * @param dayCount as published, such as {@code ACT/365F}
   */
  public record Interest(
      String creditRate, String debitRate, String dayCount, Capitalisation capitalisation) {

    static Interest of(InterestTerms terms) {
      return new Interest(
          terms.credit().toPercent(),
          terms.debit().toPercent(),
          terms.dayCount().code(),
          terms.capitalisation());
    }
  }

  public static final String TYPE = "account.product-created.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
