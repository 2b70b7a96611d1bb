package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.RecoveryCodeUsed;
import org.corridor.auth.domain.SecondFactor;
import org.corridor.auth.domain.SignInFailed;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/**
 * Checks a code: one of the user's device, or a recovery code. Each is good once. Too many wrong
 * ones make the user wait, whatever happens with the password meanwhile.
 */
@ApplicationScoped
public class CheckSecondFactor {

  private static final int MOST_TYPED = 64;

  private final SecondFactors factors;
  private final SecretEncryption encryption;
  private final EventLog events;
  private final Transactions transactions;
  private final AuthClock clock;

  @Inject
  public CheckSecondFactor(
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
  protected CheckSecondFactor() {
    this(null, null, null, null, null);
  }

  /** Whether this user has one-time codes. */
  public boolean isOn(UUID userId) {
    return factors.isOn(userId);
  }

  public boolean check(UUID userId, String typed, Trail trail) {
    var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return transactions.inNew(
        () -> {
          var factor = factors.lock(userId);
          var now = clock.now();
          if (!hasCodes(factor) || code.length() > MOST_TYPED || factor.lockOut().refuses(now)) {
            return refused(userId, SignInFailed.Reason.DELAYED, 0, trail);
          }
          if (take(factor, code, trail)) {
            return true;
          }
          var charged = factor.charged(now);
          factors.save(charged);
          return refused(
              userId, SignInFailed.Reason.WRONG_CODE, charged.lockOut().failures(), trail);
        });
  }

  /** Who has passkeys alone has recovery codes too. */
  private boolean hasCodes(SecondFactor factor) {
    return factor.isOn() || factors.recoveryCodesLeft(factor.userId()) > 0;
  }

  private boolean take(SecondFactor factor, String code, Trail trail) {
    var owner = factor.userId();
    var step = factor.isOn() ? step(factor, code) : OptionalLong.empty();
    if (step.isPresent()) {
      factors.save(factor.taken(step.getAsLong()));
      return true;
    }
    if (factors.useRecoveryCode(owner, Digests.sha256(code))) {
      factors.save(factor.recovered());
      var used = new RecoveryCodeUsed(owner, factors.recoveryCodesLeft(owner));
      append("second-factor/" + owner, factor.version(), used, trail);
      return true;
    }
    return false;
  }

  private OptionalLong step(SecondFactor factor, String code) {
    var secret = encryption.decrypt(factor.userId().toString(), factor.secret());
    return OneTimeCodes.step(secret, code, clock.now(), factor.lastStep());
  }

  private boolean refused(UUID userId, SignInFailed.Reason reason, int failures, Trail trail) {
    append("sign-in/" + Ids.next(), 0, new SignInFailed(userId, reason, failures), trail);
    return false;
  }

  private void append(String stream, long version, DomainEvent event, Trail trail) {
    events.append(stream, version, List.of(event), clock.now(), trail);
  }
}
