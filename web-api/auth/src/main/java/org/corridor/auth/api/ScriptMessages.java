package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.corridor.auth.application.VerifyToken.Verified;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What scripts send and get. */
final class ScriptMessages {

  private static final String TOKEN = "[\\x21-\\x7e]{1,8192}";
  private static final String TOKEN_FAULT = "must have 1 to 8192 visible ASCII characters";

  private ScriptMessages() {}

  /** Who signs in. */
  @Schema(name = "Login")
  public record LoginBody(
      @NotNull(message = "is required")
          @Size(max = 256, message = "must not be longer than 256 characters")
          @Schema(example = "tina")
          String username,
      @NotNull(message = "is required")
          @Size(max = 256, message = "must not be longer than 256 characters")
          String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "LoginBody[]";
    }
  }

  /** The token to be used up. */
  @Schema(name = "RefreshTokenOfScript")
  public record RefreshTokenBody(
      @NotNull(message = "is required") @Pattern(regexp = TOKEN, message = TOKEN_FAULT)
          String refreshToken) {

    /** Without the token. */
    @Override
    public String toString() {
      return "RefreshTokenBody[]";
    }
  }

  /** The token to be looked at. */
  @Schema(name = "AccessTokenOfScript")
  public record AccessTokenBody(
      @NotNull(message = "is required") @Pattern(regexp = TOKEN, message = TOKEN_FAULT)
          String accessToken) {

    /** Without the token. */
    @Override
    public String toString() {
      return "AccessTokenBody[]";
    }
  }

  /** What a script has been given. */
  @Schema(name = "TokensOfScript")
  public record TokensView(
      @Schema(required = true) String accessToken,
      @Schema(required = true, example = "Bearer") String tokenType,
      @Schema(required = true, example = "600") long expiresInSeconds,
      @Schema(required = true) String refreshToken,
      @Schema(example = "accounts:read transactions:read") String scope) {

    static TokensView of(Tokens tokens) {
      var access = tokens.getAccessToken();
      return new TokensView(
          access.getValue(),
          access.getType().getValue(),
          access.getLifetime(),
          tokens.getRefreshToken().getValue(),
          access.getScope().toString());
    }

    /** Without the tokens. */
    @Override
    public String toString() {
      return "TokensView[]";
    }
  }

  /** What a token says. */
  @Schema(name = "TokenVerification")
  public record VerificationView(
      @Schema(required = true) boolean active,
      String subject,
      String clientId,
      List<String> permissions,
      List<String> audience,
      Instant expiresAt) {

    static VerificationView of(Verified verified) {
      return new VerificationView(
          true,
          verified.subject(),
          verified.clientId(),
          verified.permissions(),
          verified.audience(),
          verified.expiresAt());
    }

    static VerificationView inactive() {
      return new VerificationView(false, null, null, null, null, null);
    }
  }
}
