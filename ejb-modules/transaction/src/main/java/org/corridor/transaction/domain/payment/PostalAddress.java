package org.corridor.transaction.domain.payment;

import java.util.Objects;

/**
 * Where somebody lives. Town and country are fields of their own: payments across borders demand
 * them.
 *
 * @param street may be null, as may the next two
 * @param country ISO 3166-1, two letters
 */
public record PostalAddress(
    String street, String buildingNumber, String postCode, String town, String country) {
  public PostalAddress {
    Objects.requireNonNull(town, "town");
    Objects.requireNonNull(country, "country");
  }
}
