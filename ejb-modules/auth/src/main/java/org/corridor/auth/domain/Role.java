package org.corridor.auth.domain;

import java.util.Set;

/** A named bundle of permissions. */
public record Role(String name, String description, Set<String> permissions) {

  /** What a customer has: it goes with a client record, and with no other role. */
  public static final String CUSTOMER = "CUSTOMER";

  /** What machine clients show; nobody is granted it. */
  public static final String SERVICE = "SERVICE";

  public Role {
    permissions = Set.copyOf(permissions);
  }
}
