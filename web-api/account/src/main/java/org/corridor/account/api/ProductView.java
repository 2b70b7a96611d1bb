package org.corridor.account.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.account.domain.Product;
import org.corridor.account.domain.ProductKind;
import org.corridor.account.domain.ProductStatus;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product. */
@Schema(name = "Product")
public record ProductView(
    UUID id,
    String code,
    String name,
    ProductKind kind,
    String currency,
    Money overdraftLimit,
    ProductStatus status,
    Instant createdAt) {

  static ProductView of(Product product) {
    return new ProductView(
        product.id(),
        product.code(),
        product.name(),
        product.kind(),
        product.currency().getCurrencyCode(),
        product.overdraftLimit(),
        product.status(),
        product.createdAt());
  }
}
