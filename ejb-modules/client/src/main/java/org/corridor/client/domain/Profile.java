package org.corridor.client.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a client as a person: who it is, where it lives, how to reach it.
 *
 * @param addresses one to ten
 * @param contactPoints up to ten
 * @param preferredLanguage ISO 639-1
 */
public record Profile(
    Party party,
    List<Address> addresses,
    List<ContactPoint> contactPoints,
    String preferredLanguage) {

  public static final int MAX_ENTRIES = 10;

  public Profile {
    Objects.requireNonNull(party, "party");
    addresses = List.copyOf(addresses);
    contactPoints = List.copyOf(contactPoints);
    Rules.require(!addresses.isEmpty() && addresses.size() <= MAX_ENTRIES, "addresses");
    Rules.require(contactPoints.size() <= MAX_ENTRIES, "contactPoints");
    Rules.require(Codes.isLanguage(preferredLanguage), "preferredLanguage");
  }

  /** The names of the members in which the other differs; never their values. */
  public List<String> differences(Profile other) {
    var names = new ArrayList<String>();
    if (!party.equals(other.party)) {
      names.add("party");
    }
    if (!addresses.equals(other.addresses)) {
      names.add("addresses");
    }
    if (!contactPoints.equals(other.contactPoints)) {
      names.add("contactPoints");
    }
    if (!preferredLanguage.equals(other.preferredLanguage)) {
      names.add("preferredLanguage");
    }
    return List.copyOf(names);
  }
}
