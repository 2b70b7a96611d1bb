package org.corridor.auth.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a new password must be (NIST SP 800-63B, section 5.1.1.2): long, not the user's name, and
 * not one that attackers try first. No rules about classes of characters: they make passwords
 * worse.
 */
public final class PasswordRule {

  public static final int MIN_LENGTH = 12;

  /** A bound, so that nobody can keep the hash function busy with a megabyte. */
  public static final int MAX_LENGTH = 128;

  static final int MIN_DISTINCT = 5;

  /** What is not a letter at both ends: the year and the exclamation mark that people add. */
  private static final Pattern DECORATION = Pattern.compile("^\\P{L}+|\\P{L}+$");

  private PasswordRule() {}

  /** Why it is not accepted; empty if it is, as far as it can be told without lists. */
  public static Optional<PasswordFault> fault(String password, String username) {
    var length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return Optional.of(PasswordFault.LENGTH);
    }
    if (password.chars().distinct().count() < MIN_DISTINCT) {
      return Optional.of(PasswordFault.MONOTONOUS);
    }
    if (password.toLowerCase(Locale.ROOT).contains(username)) {
      return Optional.of(PasswordFault.USER_NAME);
    }
    return Optional.empty();
  }

  /**
   * What to look for in a list of breached passwords: lists have few that are long, and people make
   * a short one long by saying it twice, or by adding digits.
   */
  public static Set<String> wellKnownForms(String password) {
    var lower = password.toLowerCase(Locale.ROOT);
    var forms = new LinkedHashSet<String>();
    for (var form : List.of(lower, lower.replaceAll("\\s", ""))) {
      forms.add(form);
      forms.add(once(form));
      forms.add(once(DECORATION.matcher(form).replaceAll("")));
    }
    return forms;
  }

  /** {@code passwordpassword} is {@code password}. */
  private static String once(String text) {
    for (var length = 1; length <= text.length() / 2; length++) {
      if (text.length() % length == 0
          && text.substring(0, length).repeat(text.length() / length).equals(text)) {
        return text.substring(0, length);
      }
    }
    return text;
  }
}
