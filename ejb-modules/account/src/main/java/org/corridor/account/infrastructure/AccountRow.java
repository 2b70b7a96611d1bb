package org.corridor.account.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountStatus;

/** An account as it is kept; its money is kept beside it, by the ledger. */
@Entity(name = "Account")
@Table(name = "account")
public class AccountRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "number")
  String number;

  @Column(name = "client_id")
  @Convert(converter = NullableIds.class)
  UUID clientId;

  @Column(name = "branch")
  String branch;

  @Column(name = "product_id")
  @Convert(converter = NullableIds.class)
  UUID productId;

  @Column(name = "currency")
  String currency;

  @Column(name = "status")
  String status;

  @Column(name = "opened_at")
  OffsetDateTime openedAt;

  @Column(name = "closed_at")
  OffsetDateTime closedAt;

  @Column(name = "active_since")
  OffsetDateTime activeSince;

  @Column(name = "version")
  long version;

  /** For the provider. */
  protected AccountRow() {}

  /** Takes over what may change in the life of an account. */
  void change(Account account) {
    status = account.status().name();
    closedAt = account.closedAt() == null ? null : account.closedAt().atOffset(ZoneOffset.UTC);
    version = account.version();
  }

  /** Its silence is counted from now on. */
  void wake(Instant at) {
    activeSince = at.atOffset(ZoneOffset.UTC);
  }

  Account toAccount() {
    return new Account(
        id,
        number,
        clientId,
        branch,
        productId,
        Currency.getInstance(currency),
        AccountStatus.valueOf(status),
        openedAt.toInstant(),
        instant(closedAt),
        version);
  }

  private static Instant instant(OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }
}
