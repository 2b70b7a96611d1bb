package org.corridor.client.domain;

/** How well a client is known; caps what it may do. */
public enum KycLevel {
  BASIC,
  VERIFIED,
  ENHANCED
}
