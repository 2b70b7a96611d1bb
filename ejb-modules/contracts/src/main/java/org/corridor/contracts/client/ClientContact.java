package org.corridor.contracts.client;

import java.util.List;
import java.util.UUID;

/**
 * How to reach a client; no name.
 *
 * @param language the preferred one, ISO 639-1
 * @param emails the first one first
 * @param phones E.164, the first one first
 */
public record ClientContact(
    UUID id, String branch, String language, List<String> emails, List<String> phones) {

  public ClientContact {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
  }

  /** Without the addresses. */
  @Override
  public String toString() {
    return "ClientContact[" + id + "]";
  }
}
