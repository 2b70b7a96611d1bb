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
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.DayCount;
import org.corridor.account.domain.interest.InterestRate;
import org.corridor.account.domain.interest.InterestTerms;
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

  @Column(name = "credit_rate")
  long creditRate;

  @Column(name = "debit_rate")
  long debitRate;

  @Column(name = "day_count")
  String dayCount;

  @Column(name = "capitalisation")
  String capitalisation;

  @Column(name = "dormant_after_days")
  Integer dormantAfterDays;

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
    row.interest(product.interest());
    row.dormantAfterDays = product.dormantAfterDays();
    row.status = product.status().name();
    row.createdAt = product.createdAt().atOffset(ZoneOffset.UTC);
    row.version = product.version();
    return row;
  }

  private void interest(InterestTerms terms) {
    if (terms != null) {
      creditRate = terms.credit().millionths();
      debitRate = terms.debit().millionths();
      dayCount = terms.dayCount().name();
      capitalisation = terms.capitalisation().name();
    }
  }

  /** Null if it bears none. */
  private InterestTerms interest() {
    return dayCount == null
        ? null
        : new InterestTerms(
            new InterestRate(creditRate),
            new InterestRate(debitRate),
            DayCount.valueOf(dayCount),
            Capitalisation.valueOf(capitalisation));
  }

  Product toProduct() {
    return new Product(
        id,
        code,
        name,
        ProductKind.valueOf(kind),
        Money.of(overdraftLimit, currency),
        interest(),
        dormantAfterDays,
        ProductStatus.valueOf(status),
        createdAt.toInstant(),
        version);
  }
}
