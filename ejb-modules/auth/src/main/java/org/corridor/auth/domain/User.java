package org.corridor.auth.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A person who may sign in: {@code ACTIVE <-> LOCKED}, {@code ACTIVE <-> DISABLED}. Never deleted,
 * so that its id is never used again.
 *
 * @param version of its stream of events: each change adds one
 * @param passwordHash Argon2id, in the PHC string format; null until the user has chosen one
 * @param passwordExpired whether another one must be chosen at the next sign-in
 * @param tokensValidFrom refresh tokens of earlier sign-ins count for nothing
 */
public record User(
    UUID id,
    long version,
    Profile profile,
    Assignment assignment,
    UserStatus status,
    String passwordHash,
    boolean passwordExpired,
    Instant tokensValidFrom,
    Instant createdAt) {

  /**
   * @param username unique, in lower case
   * @param email where the user is told of what concerns its sign-ins; may be null
   */
  public record Profile(String username, String displayName, String email) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final Pattern EMAIL =
        Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");
    private static final int MAX_DISPLAY_NAME = 100;
    private static final int MAX_EMAIL = 254;

    public Profile {
      if (!isUsername(username)) {
        throw new IllegalArgumentException(
            "must have 2 to 64 of a-z, 0-9, dot, dash, underscore and @, and begin with one of"
                + " a-z, 0-9");
      }
      if (!isDisplayName(displayName)) {
        throw new IllegalArgumentException(
            "must have 1 to " + MAX_DISPLAY_NAME + " printable characters");
      }
      if (email != null && !isEmail(email)) {
        throw new IllegalArgumentException("must be an e-mail address");
      }
    }

    /** Of a user without an e-mail address. */
    public Profile(String username, String displayName) {
      this(username, displayName, null);
    }

    public static boolean isEmail(String text) {
      return text != null && text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
    }

    public static boolean isUsername(String text) {
      return text != null && USERNAME.matcher(text).matches();
    }

    public static boolean isDisplayName(String text) {
      return text != null
          && !text.isBlank()
          && text.length() <= MAX_DISPLAY_NAME
          && text.chars().noneMatch(Character::isISOControl);
    }

    /** As a person types it; capital letters make no difference. */
    public static String normalized(String typed) {
      return typed.strip().toLowerCase(Locale.ROOT);
    }
  }

  public User {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(assignment, "assignment");
    Objects.requireNonNull(status, "status");
  }

  /**
   * @param passwordHash null for one who is invited to choose its own
   */
  public static User created(
      UUID id, Profile profile, Assignment assignment, String passwordHash, Instant at) {
    return new User(id, 1, profile, assignment, UserStatus.ACTIVE, passwordHash, false, at, at);
  }

  public boolean isActive() {
    return status == UserStatus.ACTIVE;
  }

  public String username() {
    return profile.username();
  }

  /** Roles count from the next refresh on; who is no longer active loses its sign-ins at once. */
  public User changed(
      Profile newProfile, Assignment newAssignment, UserStatus newStatus, Instant at) {
    return new User(
        id,
        version + 1,
        newProfile,
        newAssignment,
        newStatus,
        passwordHash,
        passwordExpired,
        newStatus == UserStatus.ACTIVE ? tokensValidFrom : at,
        createdAt);
  }

  /** Whoever has signed in with the old password is signed out. */
  public User withPassword(String newHash, Instant at) {
    return withPassword(newHash, false, at);
  }

  /** One that somebody else knows: good for choosing another one, and for nothing more. */
  public User withPasswordOfAnother(String newHash, Instant at) {
    return withPassword(newHash, true, at);
  }

  private User withPassword(String newHash, boolean expired, Instant at) {
    return new User(id, version + 1, profile, assignment, status, newHash, expired, at, createdAt);
  }

  /** Sign-ins go on; the next one begins with another password. */
  public User withExpiredPassword() {
    return new User(
        id,
        version + 1,
        profile,
        assignment,
        status,
        passwordHash,
        true,
        tokensValidFrom,
        createdAt);
  }

  /** Whoever has signed in before is signed out. */
  public User signedOut(Instant at) {
    return new User(
        id, version + 1, profile, assignment, status, passwordHash, passwordExpired, at, createdAt);
  }

  /** The same password under stronger parameters: nothing that anybody could notice. */
  public User rehashed(String newHash) {
    return new User(
        id,
        version,
        profile,
        assignment,
        status,
        newHash,
        passwordExpired,
        tokensValidFrom,
        createdAt);
  }

  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
