package org.corridor.auth.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A program that asks for tokens: a machine with a secret, or a public client (RFC 6749, section
 * 2.1) that people use. Never deleted, since its id is the {@code sub} of its tokens.
 *
 * @param credentials none for a public client
 */
public record ApiClient(
    String clientId,
    long version,
    String name,
    Credentials credentials,
    Access access,
    boolean active,
    Instant createdAt) {

  /**
   * What people's clients may ask for beside permissions (OpenID Connect Core, section 3.1.2.1).
   */
  public static final String OPENID = "openid";

  public static final String PROFILE = "profile";
  public static final String EMAIL = "email";

  /** Scopes that let a client know who the person is; they permit nothing. */
  public static final Set<String> IDENTITY = Set.of(OPENID, PROFILE, EMAIL);

  /** What a client's name looks like: 1 to 100 printable characters, not only blanks. */
  public static final String NAME = "(?=.*\\S)[^\\p{Cntrl}]{1,100}";

  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{3,64}");

  /** A user's id; a client that had one for its own id could be taken for that user. */
  private static final Pattern UUID_LIKE =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * What the client may do.
   *
   * @param scopes permissions, and {@link #IDENTITY}: the most that a token of this client carries
   */
  public record Access(
      Set<GrantType> grantTypes, Set<String> redirectUris, Set<String> scopes, Options options) {

    /** Of a client without further options. */
    public Access(Set<GrantType> grantTypes, Set<String> redirectUris, Set<String> scopes) {
      this(grantTypes, redirectUris, scopes, Options.none());
    }

    public Access {
      grantTypes = Set.copyOf(grantTypes);
      redirectUris = Set.copyOf(redirectUris);
      scopes = Set.copyOf(scopes);
    }

    /** Why this makes no sense for such a client; empty if it does. */
    public Optional<String> fault(boolean isPublic) {
      var code = grantTypes.contains(GrantType.AUTHORIZATION_CODE);
      if (grantTypes.isEmpty()) {
        return Optional.of("A client has at least one grant type.");
      }
      if (isPublic && grantTypes.contains(GrantType.CLIENT_CREDENTIALS)) {
        return Optional.of("A public client has no credentials to get a token with.");
      }
      if (code == redirectUris.isEmpty()) {
        return Optional.of("Redirect URIs go with the grant type authorization_code.");
      }
      if (grantTypes.contains(GrantType.REFRESH_TOKEN) && !code) {
        return Optional.of("The grant type refresh_token goes with authorization_code.");
      }
      if (!code && !options.postLogoutRedirectUris().isEmpty()) {
        return Optional.of("Where people go after signing out goes with authorization_code.");
      }
      if (!code && options.requiresPushedRequests()) {
        return Optional.of("Pushed authorization requests go with authorization_code.");
      }
      if (options.requiresDpop() && options.requiresCertificate()) {
        return Optional.of("Tokens are bound to a key or to a certificate, not to both.");
      }
      var uris = new HashSet<>(redirectUris);
      uris.addAll(options.postLogoutRedirectUris());
      for (var uri : uris) {
        if (!RedirectUris.isAcceptable(uri)) {
          return Optional.of(
              "A redirect URI is https, or http at 127.0.0.1 or [::1], or of a private scheme such"
                  + " as com.example.app:/callback; it has no fragment.");
        }
      }
      return unknownScope(code);
    }

    private Optional<String> unknownScope(boolean code) {
      if (scopes.isEmpty()) {
        return Optional.of("A client has at least one scope.");
      }
      for (var scope : scopes) {
        if (!Permissions.all().contains(scope) && !(code && IDENTITY.contains(scope))) {
          return Optional.of("There is no such scope: " + scope);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * What a client may have beside.
   *
   * @param postLogoutRedirectUris where the browser may go after signing out
   * @param requiresPushedRequests true if authorization requests must be pushed (RFC 9126)
   * @param requiresDpop true if it must prove that it has a key, to which its tokens are bound (RFC
   *     9449)
   * @param requiresCertificate true if it must show a certificate in TLS, to which its tokens are
   *     bound (RFC 8705)
   * @param skipsConsent true if people are not asked what it may have: it is the organisation's own
   */
  public record Options(
      Set<String> postLogoutRedirectUris,
      boolean requiresPushedRequests,
      boolean requiresDpop,
      boolean requiresCertificate,
      boolean skipsConsent) {

    public Options {
      postLogoutRedirectUris = Set.copyOf(postLogoutRedirectUris);
    }

    /** True if it gets no tokens but such as are worth nothing to others. */
    public boolean requiresBoundTokens() {
      return requiresDpop || requiresCertificate;
    }

    /** Whether tokens of a client must be bound to what those of the other one need not be. */
    private boolean bindMoreThan(Options other) {
      return (requiresDpop && !other.requiresDpop)
          || (requiresCertificate && !other.requiresCertificate);
    }

    public static Options none() {
      return new Options(Set.of(), false, false, false, false);
    }
  }

  public ApiClient {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(access, "access");
    if (!isClientId(clientId)) {
      throw new IllegalArgumentException(
          "a client id has 3 to 64 letters, digits, dots, dashes and underscores and is no UUID: "
              + clientId);
    }
    access
        .fault(credentials.isNone())
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
  }

  public static boolean isClientId(String text) {
    return CLIENT_ID.matcher(text).matches() && !UUID_LIKE.matcher(text).matches();
  }

  public boolean isPublic() {
    return credentials.isNone();
  }

  public boolean may(GrantType type) {
    return access.grantTypes().contains(type);
  }

  public static boolean isName(String text) {
    return text.matches(NAME);
  }

  public ApiClient changed(String newName, Access newAccess, boolean nowActive) {
    return new ApiClient(
        clientId, version + 1, newName, credentials, newAccess, nowActive, createdAt);
  }

  /** Whether tokens of the other one could allow what those of this one do not. */
  public boolean mayLessThan(ApiClient other) {
    return other.active
        && (!active
            || !access.scopes().containsAll(other.access.scopes())
            || !access.grantTypes().containsAll(other.access.grantTypes())
            || access.options().bindMoreThan(other.access.options()));
  }

  public ApiClient with(Credentials newCredentials, Access newAccess) {
    return new ApiClient(clientId, version + 1, name, newCredentials, newAccess, active, createdAt);
  }

  @Override
  public String toString() {
    return "ApiClient[" + clientId + "]";
  }
}
