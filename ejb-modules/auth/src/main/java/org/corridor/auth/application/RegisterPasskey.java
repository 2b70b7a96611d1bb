package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.domain.Passkey;
import org.corridor.auth.domain.PasskeyRegistered;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/**
 * Registers passkeys, for who has signed in a moment ago, with two factors if it has a second one:
 * whoever finds a browser open must not make itself a key of its own.
 */
@ApplicationScoped
public class RegisterPasskey {

  static final int MOST = 10;

  private final PasskeyChallenges challenges;
  private final PasskeyCeremonies ceremonies;
  private final SecondFactorRule rule;
  private final Transactions transactions;
  private final Records records;

  /** What is written. */
  @ApplicationScoped
  public static class Records {

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final EventLog events;
    private final AuthClock clock;

    @Inject
    public Records(Passkeys passkeys, SecondFactors factors, EventLog events, AuthClock clock) {
      this.passkeys = passkeys;
      this.factors = factors;
      this.events = events;
      this.clock = clock;
    }

    /** For the container's proxy. */
    protected Records() {
      this(null, null, null, null);
    }

    Instant now() {
      return clock.now();
    }

    List<Passkey> of(UUID owner) {
      return passkeys.of(owner);
    }

    /** It stays so until the transaction ends. */
    boolean hasRoomFor(UUID owner, Passkey.Credential credential) {
      passkeys.lockOf(owner);
      return passkeys.of(owner).size() < MOST && passkeys.byCredential(credential.id()).isEmpty();
    }

    void add(Passkey passkey, Trail trail) {
      passkeys.add(passkey);
      var event = new PasskeyRegistered(passkey.userId(), passkey.id());
      events.append("passkey/" + passkey.id(), 0, List.of(event), passkey.createdAt(), trail);
    }

    void keepRecoveryCodes(UUID owner, List<String> codes) {
      factors.lock(owner);
      factors.keepRecoveryCodes(owner, RecoveryCodes.hashes(codes));
    }
  }

  @Inject
  public RegisterPasskey(
      PasskeyChallenges challenges,
      PasskeyCeremonies ceremonies,
      SecondFactorRule rule,
      Transactions transactions,
      Records records) {
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.rule = rule;
    this.transactions = transactions;
    this.records = records;
  }

  /** For the container's proxy. */
  protected RegisterPasskey() {
    this(null, null, null, null, null);
  }

  /** What became of it. */
  public sealed interface Answer {

    /**
     * @param recoveryCodes told here and never again; none if the user has some already
     */
    record Registered(List<String> recoveryCodes) implements Answer {}

    /** The device's answer is not right, or too late; or the user has too many. */
    record Refused() implements Answer {}

    /** It is no name. */
    record BadName() implements Answer {}

    /** Somebody must sign in again before. */
    record NotRecent() implements Answer {}
  }

  /** Whether this sign-in is good for changing with what one signs in. */
  public boolean isRecent(SignedIn who) {
    return rule.isRecent(who, records.now());
  }

  /** What the device is asked, as JSON for the page's script. */
  public String begin(SignedIn who) {
    return begin(who.user(), occasion(who));
  }

  /** The same for who has shown in another way that it may. */
  String begin(User user, String occasion) {
    var challenge = RandomSecrets.next();
    challenges.keep(occasion, challenge);
    return ceremonies.creation(user, records.of(user.id()), challenge);
  }

  /**
   * @param answer of the device, as the page's script has sent it; may be anything
   */
  public Answer register(SignedIn who, String name, String answer, Trail trail) {
    return isRecent(who)
        ? register(who.user(), occasion(who), name, answer, trail)
        : new Answer.NotRecent();
  }

  /** The same for who has shown in another way that it may. */
  Answer register(User user, String occasion, String name, String answer, Trail trail) {
    if (!Passkey.isName(name.strip())) {
      return new Answer.BadName();
    }
    var made = challenges.take(occasion).flatMap(challenge -> ceremonies.made(answer, challenge));
    var codes = RecoveryCodes.make();
    return transactions.inNew(
        () ->
            made.flatMap(passkey -> keep(user.id(), name.strip(), passkey, codes, trail))
                .<Answer>map(Answer.Registered::new)
                .orElseGet(Answer.Refused::new));
  }

  private Optional<List<String>> keep(
      UUID owner, String name, PasskeyCeremonies.Made made, List<String> codes, Trail trail) {
    if (!records.hasRoomFor(owner, made.credential())) {
      return Optional.empty();
    }
    var first = !rule.hasOne(owner);
    records.add(
        Passkey.registered(
            Ids.next(), owner, name, made.credential(), made.signCount(), records.now()),
        trail);
    if (first) {
      records.keepRecoveryCodes(owner, codes);
    }
    return Optional.of(first ? codes : List.of());
  }

  private static String occasion(SignedIn who) {
    return "session " + who.session().id();
  }
}
