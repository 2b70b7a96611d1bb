package org.corridor.account.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.corridor.account.domain.Product;
import org.corridor.account.domain.ProductKind;
import org.corridor.account.domain.ProductStatus;
import org.corridor.kernel.Money;

/** A product as it is kept. */
@Entity(name = "Product")
@Table(name = "product")
public class ProductRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "code")
  String code;

  @Column(name = "name")
  String name;

  @Column(name = "currency")
  String currency;

  @Column(name = "kind")
  String kind;

  @Column(name = "overdraft_limit")
  long overdraftLimit;

  @Column(name = "status")
  String status;

  @Column(name = "created_at")
  OffsetDateTime createdAt;

  @Column(name = "version")
  long version;

  /** For the provider. */
  protected ProductRow() {}

  static ProductRow of(Product product) {
    var row = new ProductRow();
    row.id = product.id();
    row.code = product.code();
    row.name = product.name();
    row.currency = product.currency().getCurrencyCode();
    row.kind = product.kind().name();
    row.overdraftLimit = product.overdraftLimit().minorUnits();
    row.status = product.status().name();
    row.createdAt = product.createdAt().atOffset(ZoneOffset.UTC);
    row.version = product.version();
    return row;
  }

  Product toProduct() {
    return new Product(
        id,
        code,
        name,
        ProductKind.valueOf(kind),
        Money.of(overdraftLimit, currency),
        ProductStatus.valueOf(status),
        createdAt.toInstant(),
        version);
  }
}
