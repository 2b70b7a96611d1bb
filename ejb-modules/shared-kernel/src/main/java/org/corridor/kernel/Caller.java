package org.corridor.kernel;

import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, and what the token says they may do. Endpoints check permissions, never role names;
 * attributes (own record, own branch, own limit) narrow them further.
 *
 * @param subject the user's or machine client's id: unique, never reused
 * @param permissions codes {@code resource:action}
 * @param branch the branch that a teller or agent works at; null if not bound to one
 * @param clientId the client record that a customer is; null for staff and machines
 * @param amountLimits the largest amount a single operation may have, in minor units by currency; a
 *     currency without an entry is not limited, unless the map has entries for others only
 * @param authentication how a person has signed in; null for machines
 */
public record Caller(
    String subject,
    Set<String> permissions,
    String branch,
    UUID clientId,
    Map<Currency, Long> amountLimits,
    Authentication authentication) {

  public Caller {
    Objects.requireNonNull(subject, "subject");
    permissions = Set.copyOf(permissions);
    amountLimits = Map.copyOf(amountLimits);
  }

  /** Somebody who has not signed in: a machine, or the system itself. */
  public Caller(
      String subject,
      Set<String> permissions,
      String branch,
      UUID clientId,
      Map<Currency, Long> amountLimits) {
    this(subject, permissions, branch, clientId, amountLimits, null);
  }

  public boolean may(String permission) {
    return permissions.contains(permission);
  }

  /** A customer acts on its own client record only. */
  public boolean isCustomer() {
    return clientId != null;
  }

  /** Empty for a machine. */
  public Optional<Authentication> signedIn() {
    return Optional.ofNullable(authentication);
  }

  public Optional<String> boundBranch() {
    return Optional.ofNullable(branch);
  }

  /** True if the caller may see what belongs to that client at that branch. */
  public boolean reaches(UUID ownerClientId, String ownerBranch) {
    if (isCustomer()) {
      return clientId.equals(ownerClientId);
    }
    return branch == null || branch.equals(ownerBranch);
  }

  /** True if the amount is within the caller's own limit for one operation. */
  public boolean mayMove(Money amount) {
    if (amountLimits.isEmpty()) {
      return true;
    }
    var limit = amountLimits.get(amount.currency());
    return limit != null && amount.minorUnits() <= limit;
  }
}
