package org.corridor.auth.domain;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a user is in the organisation.
 *
 * @param roles at least one
 * @param branch null for the whole organisation
 * @param corridorClient the client record that a customer is; null for staff
 * @param amountLimits the largest amount of one operation, in minor units by currency; see {@link
 *     org.corridor.kernel.Caller#mayMove}
 */
public record Assignment(
    Set<String> roles, String branch, UUID corridorClient, Map<Currency, Long> amountLimits) {

  private static final Pattern BRANCH = Pattern.compile("[A-Z0-9]{2,10}");
  private static final int MAX_ROLES = 8;

  public Assignment {
    roles = Set.copyOf(roles);
    amountLimits = Map.copyOf(amountLimits);
    fault(roles, branch, corridorClient)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
  }

  /** Why these do not go together; empty if they do. */
  public static Optional<String> fault(Set<String> roles, String branch, UUID corridorClient) {
    if (roles.isEmpty() || roles.size() > MAX_ROLES) {
      return Optional.of("A user has from 1 to " + MAX_ROLES + " roles.");
    }
    if (branch != null && !BRANCH.matcher(branch).matches()) {
      return Optional.of("A branch is a code of 2 to 10 capital letters and digits.");
    }
    if (roles.contains(Role.SERVICE)) {
      return Optional.of("The role SERVICE is for API clients, not for users.");
    }
    var customer = roles.contains(Role.CUSTOMER);
    if (customer && roles.size() > 1) {
      return Optional.of("A customer has no other role.");
    }
    if (customer != (corridorClient != null)) {
      return Optional.of("A customer, and nobody else, goes with a client record.");
    }
    return Optional.empty();
  }

  /** In a stable order, for tokens and events. */
  public List<String> sortedRoles() {
    return roles.stream().sorted().toList();
  }
}
