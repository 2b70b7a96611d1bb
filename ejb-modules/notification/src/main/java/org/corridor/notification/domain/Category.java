package org.corridor.notification.domain;

/** What a notice is about, as far as people choose by it. */
public enum Category {
  SECURITY,
  PAYMENTS,
  ACCOUNTS,
  IDENTITY;

  /** Nobody can switch these off, and no quiet hours hold them back. */
  public boolean isMandatory() {
    return this == SECURITY;
  }
}
