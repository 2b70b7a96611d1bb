package org.corridor.web.rate;

/**
 * How often a caller of one sort may ask, and how that is said to it (draft-ietf-httpapi-ratelimit-
 * headers-10): as structured fields, whose constant parts are made once.
 *
 * @param name for the caller, to tell policies apart
 * @param perMinute as many at once, too, if it has been quiet for a minute
 * @param header the field {@code RateLimit-Policy}
 */
record RatePolicy(String name, long perMinute, String header) {

  private static final int WINDOW_SECONDS = 60;

  static RatePolicy of(String name, long perMinute) {
    return new RatePolicy(
        name, perMinute, '"' + name + "\";q=" + perMinute + ";w=" + WINDOW_SECONDS);
  }

  /** The field {@code RateLimit}: what is left, and in how many seconds there is more. */
  String header(Allowance allowance) {
    return '"' + name + "\";r=" + allowance.remaining() + ";t=" + seconds(allowance);
  }

  /** Until there is one again, if none is left; else until all of it is there again. */
  private long seconds(Allowance allowance) {
    return allowance.granted()
        ? ceiling((perMinute - allowance.remaining()) * WINDOW_SECONDS, perMinute)
        : allowance.secondsToWait();
  }

  private static long ceiling(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
