package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.SecondFactor;
import org.corridor.auth.domain.SecondFactorDisabled;
import org.corridor.auth.domain.SecondFactorEnabled;
import org.corridor.auth.domain.User;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.Trail;

/** Switches one-time codes on, once the user's device has shown that it makes the right ones. */
@ApplicationScoped
public class EnrolSecondFactor {

  static final int RECOVERY_CODES = 10;

  /** 80 bits: with nothing to guess, a fast hash of them will do. */
  private static final int RECOVERY_BYTES = 10;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecondFactors factors;
  private final SecretEncryption encryption;
  private final EventLog events;
  private final Transactions transactions;
  private final AuthClock clock;

  @Inject
  public EnrolSecondFactor(
      SecondFactors factors,
      SecretEncryption encryption,
      EventLog events,
      Transactions transactions,
      AuthClock clock) {
    this.factors = factors;
    this.encryption = encryption;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected EnrolSecondFactor() {
    this(null, null, null, null, null);
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
    var codes = recoveryCodes();
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
          factors.keepRecoveryCodes(
              userId,
              codes.stream()
                  .map(code -> Digests.sha256(code.replace("-", "")))
                  .collect(Collectors.toSet()));
          append(factor, new SecondFactorEnabled(userId), trail);
          return codes;
        });
  }

  /** Whoever does it has shown that it may. */
  void disable(UUID userId, String by, Trail trail) {
    transactions.inNew(
        () -> {
          var factor = factors.lock(userId);
          if (factor.isOn()) {
            factors.save(factor.off());
            factors.keepRecoveryCodes(userId, Set.of());
            append(factor, new SecondFactorDisabled(userId, by), trail);
          }
          return userId;
        });
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

  private static List<String> recoveryCodes() {
    var codes = new ArrayList<String>();
    for (var i = 0; i < RECOVERY_CODES; i++) {
      codes.add(OneTimeCodes.base32(random(RECOVERY_BYTES)).replaceAll("(.{4})(?!$)", "$1-"));
    }
    return codes;
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
