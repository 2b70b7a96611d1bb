package org.corridor.client.domain;

/** What kind of person in law a client is; it never changes. */
public enum PartyKind {
  INDIVIDUAL,
  BUSINESS
}
