package org.corridor.auth.application;

/** Knows the passwords that attackers try first. */
@FunctionalInterface
public interface BreachedPasswords {

  /**
   * @param password in lower case
   */
  boolean contains(String password);
}
