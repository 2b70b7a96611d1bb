package org.corridor.auth.application;

/** Turns what people choose into what may be kept; slow on purpose. */
public interface PasswordHashing {

  String hash(String password);

  /**
   * Whether it is the password; takes as long if there is no hash to compare with.
   *
   * @param hash null if there is no such user
   */
  boolean matches(String password, String hash);

  /** True if the hash was made with weaker parameters than today's. */
  boolean isOutdated(String hash);

  /** So many want to sign in at once that this one would wait too long. */
  final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusy() {
      super("too many passwords are being hashed");
    }
  }
}
