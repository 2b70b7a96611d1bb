package org.corridor.account.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.account.domain.Product;
import org.corridor.account.domain.ProductKind;
import org.corridor.account.domain.ProductStatus;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product. */
@Schema(name = "Product")
public record ProductView(
    UUID id,
    String code,
    String name,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"CURRENT", "SAVINGS"})
        ProductKind kind,
    String currency,
    Money overdraftLimit,
    @Schema(description = "Missing if it bears none.") InterestForm interest,
    @Schema(description = "Missing for never.") Integer dormantAfterDays,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ACTIVE", "RETIRED"})
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
        product.interest() == null ? null : InterestForm.of(product.interest()),
        product.dormantAfterDays(),
        product.status(),
        product.createdAt());
  }
}
