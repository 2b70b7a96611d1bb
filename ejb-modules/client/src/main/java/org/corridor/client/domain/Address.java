package org.corridor.client.domain;

import java.util.Objects;

/**
 * A structured address with the elements and lengths of ISO 20022: cross-border rules demand town
 * and country as fields of their own.
 *
 * @param street may be null
 * @param buildingNumber may be null
 * @param postCode may be null: not every country has them
 * @param region country subdivision; may be null
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
    Kind kind,
    String street,
    String buildingNumber,
    String postCode,
    String town,
    String region,
    String country) {

  /** What the address is used for. */
  public enum Kind {
    HOME,
    REGISTERED,
    POSTAL
  }

  public Address {
    Objects.requireNonNull(kind, "kind");
    Rules.require(isAbsentOrLine(street, Texts.MAX_STREET), "street");
    Rules.require(isAbsentOrLine(buildingNumber, Texts.MAX_BUILDING), "buildingNumber");
    Rules.require(isAbsentOrLine(postCode, Texts.MAX_POST_CODE), "postCode");
    Rules.require(Texts.isLine(town, Texts.MAX_TOWN), "town");
    Rules.require(isAbsentOrLine(region, Texts.MAX_TOWN), "region");
    Rules.require(Codes.isCountry(country), "country");
  }

  private static boolean isAbsentOrLine(String text, int maxLength) {
    return text == null || Texts.isLine(text, maxLength);
  }
}
