package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.SecondFactor;
import org.corridor.auth.domain.SecondFactorDisabled;
import org.corridor.auth.domain.SecondFactorEnabled;
import org.corridor.auth.domain.User;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.Trail;

/** Switches one-time codes on, once the user's device has shown that it makes the right ones. */
@ApplicationScoped
public class EnrolSecondFactor {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecondFactors factors;
  private final SecondFactorRule rule;
  private final SecretEncryption encryption;
  private final EventLog events;
  private final Transactions transactions;
  private final AuthClock clock;

  @Inject
  public EnrolSecondFactor(
      SecondFactors factors,
      SecondFactorRule rule,
      SecretEncryption encryption,
      EventLog events,
      Transactions transactions,
      AuthClock clock) {
    this.factors = factors;
    this.rule = rule;
    this.encryption = encryption;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected EnrolSecondFactor() {
    this(null, null, null, null, null, null);
  }

  /**
   * What the user's device needs; shown once.
   *
   * @param secret to be typed
   * @param address the same, to be opened by an app
   */
  public record Begun(String secret, URI address) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Begun[]";
    }
  }

  /** Empty if it is on already. */
  public Optional<Begun> begin(User user) {
    var secret = random(OneTimeCodes.SECRET_BYTES);
    var encrypted = encryption.encrypt(user.id().toString(), secret);
    return transactions.inNew(
        () -> {
          var factor = factors.lock(user.id());
          if (factor.isOn()) {
            return Optional.empty();
          }
          factors.save(factor.begun(encrypted));
          var typed = OneTimeCodes.base32(secret);
          return Optional.of(new Begun(typed, address(user, typed)));
        });
  }

  /** The recovery codes, which are told here and never again; empty if the code was wrong. */
  public List<String> confirm(UUID userId, String typed, Trail trail) {
    var codes = RecoveryCodes.make();
    return transactions.inNew(
        () -> {
          var factor = factors.lock(userId);
          var now = clock.now();
          if (!factor.isBegun() || factor.lockOut().refuses(now)) {
            return List.of();
          }
          var secret = encryption.decrypt(userId.toString(), factor.secret());
          var step = OneTimeCodes.step(secret, typed.replaceAll("\\s", ""), now, 0);
          if (step.isEmpty()) {
            factors.save(factor.charged(now));
            return List.of();
          }
          factors.save(factor.confirmed(step.getAsLong(), now));
          factors.keepRecoveryCodes(userId, RecoveryCodes.hashes(codes));
          append(factor, new SecondFactorEnabled(userId), trail);
          return codes;
        });
  }

  /** Whoever does it has shown that it may. */
  void disable(UUID userId, String by, Trail trail) {
    transactions.inNew(
        () -> {
          switchOff(userId, by, trail);
          return userId;
        });
  }

  boolean mayDisableOwn(UUID userId) {
    return transactions.inNew(() -> rule.mayLoseCodes(userId));
  }

  /**
   * The same for the user itself.
   *
   * @return false if it is its last second factor, and its roles demand one; then it stays
   */
  boolean disableOwn(UUID userId, Trail trail) {
    return transactions.inNew(
        () -> {
          var may = rule.mayLoseCodes(userId);
          if (may) {
            switchOff(userId, userId.toString(), trail);
          }
          return may;
        });
  }

  private void switchOff(UUID userId, String by, Trail trail) {
    var factor = factors.lock(userId);
    if (factor.isOn()) {
      factors.save(factor.off());
      if (!rule.hasPasskey(userId)) {
        factors.keepRecoveryCodes(userId, Set.of());
      }
      append(factor, new SecondFactorDisabled(userId, by), trail);
    }
  }

  private void append(SecondFactor before, DomainEvent event, Trail trail) {
    events.append(
        "second-factor/" + before.userId(), before.version(), List.of(event), clock.now(), trail);
  }

  /** As authenticator apps read it (Key URI Format). */
  private static URI address(User user, String secret) {
    var name = URLEncoder.encode(user.username(), StandardCharsets.UTF_8);
    return URI.create("otpauth://totp/Corridor:" + name + "?secret=" + secret + "&issuer=Corridor");
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
