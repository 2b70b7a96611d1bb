package org.corridor.auth.infrastructure;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;

/** A user as it is kept. */
@Entity(name = "User")
@Table(name = "app_user")
public class UserRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "version")
  long version;

  @Column(name = "username")
  String username;

  @Column(name = "display_name")
  String displayName;

  @Column(name = "email")
  String email;

  @Column(name = "password_hash")
  String passwordHash;

  @Column(name = "password_expired")
  boolean passwordExpired;

  @Column(name = "branch")
  String branch;

  @Column(name = "corridor_client")
  String corridorClient;

  @Column(name = "status")
  String status;

  @Column(name = "tokens_valid_from")
  OffsetDateTime tokensValidFrom;

  @Column(name = "created_at")
  OffsetDateTime createdAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "app_user_role", joinColumns = @JoinColumn(name = "user_id"))
  @Column(name = "role")
  Set<String> roles = new HashSet<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "app_user_amount_limit", joinColumns = @JoinColumn(name = "user_id"))
  Set<AmountLimitRow> amountLimits = new HashSet<>();

  /** For the provider. */
  protected UserRow() {}

  static UserRow of(User user) {
    var row = new UserRow();
    row.id = user.id();
    row.username = user.username();
    row.createdAt = user.createdAt().atOffset(ZoneOffset.UTC);
    row.take(user);
    return row;
  }

  /** All but what never changes. */
  void take(User user) {
    version = user.version();
    displayName = user.profile().displayName();
    email = user.profile().email();
    passwordHash = user.passwordHash();
    passwordExpired = user.passwordExpired();
    branch = user.assignment().branch();
    corridorClient = Objects.toString(user.assignment().corridorClient(), null);
    status = user.status().name();
    tokensValidFrom = user.tokensValidFrom().atOffset(ZoneOffset.UTC);
    roles.retainAll(user.assignment().roles());
    roles.addAll(user.assignment().roles());
    var limits = new HashSet<AmountLimitRow>();
    user.assignment()
        .amountLimits()
        .forEach((currency, most) -> limits.add(new AmountLimitRow(currency, most)));
    amountLimits.retainAll(limits);
    amountLimits.addAll(limits);
  }

  User toUser() {
    var limits = new HashMap<Currency, Long>();
    for (var limit : amountLimits) {
      limits.put(Currency.getInstance(limit.currency), limit.minorUnits);
    }
    var client = corridorClient == null ? null : UUID.fromString(corridorClient);
    return new User(
        id,
        version,
        new User.Profile(username, displayName, email),
        new Assignment(roles, branch, client, limits),
        UserStatus.valueOf(status),
        passwordHash,
        passwordExpired,
        tokensValidFrom.toInstant(),
        createdAt.toInstant());
  }
}
