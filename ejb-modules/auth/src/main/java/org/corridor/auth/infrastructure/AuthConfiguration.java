package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.corridor.auth.application.AuthClock;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.PasskeySettings;
import org.corridor.auth.application.PasswordLogin;
import org.corridor.auth.application.PeopleSettings;
import org.corridor.auth.application.SecondFactorRoles;
import org.corridor.auth.domain.KeySchedule;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings; docs/reference/settings.md explains them. */
@ApplicationScoped
public class AuthConfiguration {

  private static final Duration LONGEST_ACCESS = Duration.ofHours(1);

  /** Clocks differ, and verifiers may allow for it. */
  private static final Duration TAIL_AFTER_TOKENS = Duration.ofMinutes(5);

  /** Each costs a slow hash when a password is changed. */
  private static final int MOST_FORMER_PASSWORDS = 24;

  @Produces
  @Singleton
  AuthSettings settings() {
    var config = ConfigProvider.getConfig();
    var access = duration(config, "corridor.auth.access-token-lifetime", "PT10M");
    if (access.compareTo(LONGEST_ACCESS) > 0) {
      throw new IllegalStateException(
          "corridor.auth.access-token-lifetime is more than an hour: " + access);
    }
    return new AuthSettings(
        issuer(config),
        access,
        duration(config, "corridor.auth.sign-in-lifetime", "PT12H"),
        duration(config, "corridor.auth.refresh-token-idle", "PT2H"),
        config.getOptionalValue("corridor.tls.clients", Boolean.class).orElse(false));
  }

  @Produces
  @Singleton
  PeopleSettings people() {
    var config = ConfigProvider.getConfig();
    var former = Integer.parseInt(text(config, "corridor.auth.password-history").orElse("5"));
    if (former < 0 || former > MOST_FORMER_PASSWORDS) {
      throw new IllegalStateException(
          "corridor.auth.password-history is not from 0 to " + MOST_FORMER_PASSWORDS);
    }
    return new PeopleSettings(
        former,
        duration(config, "corridor.auth.reset-link-lifetime", "PT30M"),
        duration(config, "corridor.auth.invitation-lifetime", "P3D"));
  }

  @Produces
  @Singleton
  PasskeySettings passkeys(AuthSettings settings) {
    var relyingParty = text(ConfigProvider.getConfig(), "corridor.auth.passkey-relying-party");
    try {
      return PasskeySettings.of(settings.issuer(), relyingParty.orElse(null));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("corridor.auth.passkey-relying-party: " + e.getMessage(), e);
    }
  }

  @Produces
  @Singleton
  RedisSettings redis() {
    var config = ConfigProvider.getConfig();
    return new RedisSettings(
        text(config, "corridor.redis.uri").orElse("redis://localhost:6379"),
        text(config, "corridor.redis.password").orElse(null));
  }

  @Produces
  @Singleton
  KeyStorePassword keyStorePassword() {
    return new KeyStorePassword(
        text(ConfigProvider.getConfig(), "corridor.auth.key-store-password").orElse(null));
  }

  @Produces
  @Singleton
  KeySchedule keySchedule(AuthSettings settings) {
    var config = ConfigProvider.getConfig();
    return new KeySchedule(
        duration(config, "corridor.auth.signing-key-period", "P30D"),
        duration(config, "corridor.auth.signing-key-lead", "PT2H"),
        settings.accessTokenLifetime().plus(TAIL_AFTER_TOKENS));
  }

  @Produces
  @Singleton
  PasswordLogin passwordLogin() {
    var setting = text(ConfigProvider.getConfig(), "corridor.auth.password-login").orElse("on");
    if (!setting.equals("on") && !setting.equals("off")) {
      throw new IllegalStateException("corridor.auth.password-login must be on or off: " + setting);
    }
    return new PasswordLogin(setting.equals("on"));
  }

  @Produces
  @Singleton
  SecondFactorRoles secondFactorRoles() {
    return text(ConfigProvider.getConfig(), SecondFactorRoles.SETTING)
        .map(SecondFactorRoles::of)
        .orElseGet(SecondFactorRoles::none);
  }

  @Produces
  @Singleton
  AuthClock clock() {
    // as exactly as the database keeps it
    return () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** A setting that is empty is not set. */
  static Optional<String> text(Config config, String key) {
    return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
  }

  private static URI issuer(Config config) {
    var issuer =
        text(config, "corridor.token.issuer")
            .orElseThrow(
                () -> new IllegalStateException("the setting corridor.token.issuer is required"));
    return URI.create(issuer);
  }

  private static Duration duration(Config config, String key, String usual) {
    var duration = Duration.parse(text(config, key).orElse(usual));
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalStateException(key + " must be longer than nothing");
    }
    return duration;
  }
}
