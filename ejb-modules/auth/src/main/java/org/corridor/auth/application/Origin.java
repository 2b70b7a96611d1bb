package org.corridor.auth.application;

/**
 * Where somebody signs in from, as far as the request tells.
 *
 * @param device what tells it from others, such as its User-Agent; null if it is no sign-in
 * @param address null if unknown; then only the account's own delay counts
 */
public record Origin(String device, String address) {

  public static Origin unknown() {
    return new Origin(null, null);
  }
}
