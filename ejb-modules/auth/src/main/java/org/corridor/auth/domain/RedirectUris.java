package org.corridor.auth.domain;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where an authorization code may be sent: to a registered URI, compared character by character
 * (RFC 9700, section 4.1.3). The one exception is the port of a loopback address, which a program
 * on a person's machine cannot know before (RFC 8252, section 7.3).
 */
public final class RedirectUris {

  private static final int MAX_LENGTH = 512;

  /** {@code localhost} is left out: it may resolve to another machine. */
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?(/[^\\s#\\p{Cntrl}]*)?");

  private static final Pattern HTTPS =
      Pattern.compile("https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[^\\s#\\\\\\p{Cntrl}]*)?");

  /** RFC 8252, section 7.1: a domain name of the owner's, in reverse. */
  private static final Pattern PRIVATE_SCHEME =
      Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+:/[^\\s#\\\\\\p{Cntrl}]*");

  private RedirectUris() {}

  /** True if a client may be registered with it. */
  public static boolean isAcceptable(String uri) {
    return uri.length() <= MAX_LENGTH
        && (HTTPS.matcher(uri).matches()
            || LOOPBACK.matcher(uri).matches()
            || PRIVATE_SCHEME.matcher(uri).matches());
  }

  public static boolean match(Set<String> registered, String asked) {
    return registered.contains(asked)
        || registered.stream().anyMatch(known -> sameLoopback(known, asked));
  }

  private static boolean sameLoopback(String known, String asked) {
    var a = LOOPBACK.matcher(known);
    var b = LOOPBACK.matcher(asked);
    return a.matches()
        && b.matches()
        && a.group(1).equals(b.group(1))
        && path(a.group(2)).equals(path(b.group(2)));
  }

  private static String path(String path) {
    return path == null ? "" : path;
  }
}
