package org.corridor.notification.domain.webhook;

import java.util.List;

/**
 * Which events an endpoint wants: exact names, prefixes such as {@code transaction.*}, or {@code *}
 * for all.
 */
public record EventPatterns(List<String> patterns) {

  /** What is offered; the names are public and stay. */
  public static final List<String> OFFERED =
      List.of(
          "transaction.paid",
          "transaction.declined",
          "transaction.rejected",
          "transaction.expired",
          "transaction.approval-requested",
          "transaction.outcome-unknown",
          "account.frozen",
          "account.unfrozen",
          "account.closed",
          "client.kyc-approved",
          "client.kyc-rejected",
          "client.kyc-expired");

  /** What the owner asks for to see whether calls arrive; goes to any endpoint. */
  public static final String TEST = "webhook.test";

  private static final String ALL = "*";
  private static final String ALL_BELOW = ".*";

  public EventPatterns {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("no events");
    }
  }

  /** Whether there is any event that it matches. */
  public static boolean isPattern(String pattern) {
    return OFFERED.stream().anyMatch(type -> matches(pattern, type));
  }

  public boolean match(String type) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, type));
  }

  private static boolean matches(String pattern, String type) {
    return pattern.equals(ALL)
        || pattern.equals(type)
        || (pattern.endsWith(ALL_BELOW)
            && type.startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
