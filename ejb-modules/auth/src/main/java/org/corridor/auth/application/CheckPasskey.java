package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.PasskeyCeremonies.Claim;
import org.corridor.auth.application.PasskeyCeremonies.Verdict;
import org.corridor.auth.domain.Passkey;
import org.corridor.auth.domain.PasskeySuspended;
import org.corridor.auth.domain.SignInFailed;
import org.corridor.auth.domain.SignInFailed.Reason;
import org.corridor.auth.domain.SignInSucceeded;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/**
 * Asks a device to show that it has a passkey of here, and checks its answer. A challenge is used
 * up by any answer to it. A counter that has not gone on tells that there may be two of the device:
 * the passkey is suspended, also for its owner.
 */
@ApplicationScoped
public class CheckPasskey {

  private final PasskeyChallenges challenges;
  private final PasskeyCeremonies ceremonies;
  private final Passkeys passkeys;
  private final Transactions transactions;
  private final Records records;

  /** What goes with it. */
  @ApplicationScoped
  public static class Records {

    private final Users users;
    private final SignIns signIns;
    private final AddressDelays addresses;
    private final PasswordCheck.Journal journal;

    @Inject
    public Records(
        Users users, SignIns signIns, AddressDelays addresses, PasswordCheck.Journal journal) {
      this.users = users;
      this.signIns = signIns;
      this.addresses = addresses;
      this.journal = journal;
    }

    /** For the container's proxy. */
    protected Records() {
      this(null, null, null, null);
    }

    Instant now() {
      return journal.now();
    }

    /** Counted with the passwords that are tried from there. */
    boolean mayTry(Origin origin) {
      return origin.address() == null || addresses.charge(origin.address(), now());
    }

    void wasGood(Origin origin) {
      if (origin.address() != null) {
        addresses.refund(origin.address());
      }
    }

    boolean mayEnter(UUID userId) {
      return users.byId(userId).filter(User::isActive).isPresent();
    }

    void succeeded(UUID userId, String device, Trail trail) {
      journal.count("succeeded");
      var attempts = signIns.lock(userId);
      var event = SignInSucceeded.from(device, userId);
      journal.append(attempts.stream(), attempts.version(), event, trail);
      signIns.save(attempts.afterEvent());
    }

    void failed(UUID userId, Reason reason, Trail trail) {
      journal.count(reason.name().toLowerCase(Locale.ROOT));
      journal.append("sign-in/" + Ids.next(), 0, new SignInFailed(userId, reason, 0), trail);
    }

    void suspended(Passkey before, Trail trail) {
      var event = new PasskeySuspended(before.userId(), before.id());
      journal.append("passkey/" + before.id(), before.version(), event, trail);
    }
  }

  @Inject
  public CheckPasskey(
      PasskeyChallenges challenges,
      PasskeyCeremonies ceremonies,
      Passkeys passkeys,
      Transactions transactions,
      Records records) {
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.transactions = transactions;
    this.records = records;
  }

  /** For the container's proxy. */
  protected CheckPasskey() {
    this(null, null, null, null, null);
  }

  /**
   * What the device is asked, as JSON for the page's script.
   *
   * @param occasion the handle of a sign-in
   */
  public String ask(String occasion) {
    var challenge = RandomSecrets.next();
    challenges.keep(occasion, challenge);
    return ceremonies.request(challenge);
  }

  /**
   * Whose passkey it is, if it is one and good.
   *
   * @throws TokenStoreUnavailable if it cannot be told how often this address has failed
   */
  Optional<UUID> check(String occasion, String answer, Origin origin, Trail trail) {
    if (!records.mayTry(origin)) {
      return transactions.inNew(() -> refused(null, Reason.ADDRESS_DELAYED, trail));
    }
    var owner = look(occasion, answer, origin.device(), trail);
    if (owner.isPresent()) {
      records.wasGood(origin);
    }
    return owner;
  }

  private Optional<UUID> look(String occasion, String answer, String device, Trail trail) {
    var challenge = challenges.take(occasion);
    var claim = challenge.flatMap(kept -> ceremonies.read(answer));
    return transactions.inNew(
        () ->
            claim
                .flatMap(this::find)
                .map(passkey -> decide(claim.get(), passkey, challenge.get(), device, trail))
                .orElseGet(() -> refused(null, Reason.WRONG_PASSKEY, trail)));
  }

  private Optional<Passkey> find(Claim claim) {
    passkeys.lockOf(claim.userHandle());
    return passkeys
        .byCredential(claim.credentialId())
        .filter(passkey -> passkey.userId().equals(claim.userHandle()));
  }

  private Optional<UUID> decide(
      Claim claim, Passkey passkey, String challenge, String device, Trail trail) {
    var owner = passkey.userId();
    var now = records.now();
    var verdict = ceremonies.check(claim, passkey, challenge);
    if (verdict instanceof Verdict.Copied && passkey.isGood()) {
      passkeys.save(passkey.suspended(now));
      records.suspended(passkey, trail);
    }
    if (!(verdict instanceof Verdict.Right right) || !passkey.isGood()) {
      return refused(owner, Reason.WRONG_PASSKEY, trail);
    }
    if (!records.mayEnter(owner)) {
      return refused(owner, Reason.NOT_ACTIVE, trail);
    }
    passkeys.save(passkey.used(right.signCount(), now));
    records.succeeded(owner, device, trail);
    return Optional.of(owner);
  }

  private Optional<UUID> refused(UUID owner, Reason reason, Trail trail) {
    records.failed(owner, reason, trail);
    return Optional.empty();
  }
}
