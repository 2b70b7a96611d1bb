package org.corridor.account.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;

/** Accounts of a new product can be opened. */
public record ProductCreated(
    UUID productId,
    String code,
    String name,
    ProductKind kind,
    String currency,
    Money overdraftLimit)
    implements DomainEvent {

  public static final String TYPE = "account.product-created.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
