package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.corridor.auth.domain.LockOut;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets past the password, and who has to wait. */
class PasswordCheckTest {

  private static final String WRONG = "wrong horse battery";

  private static AuthFixture auth;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void atNoon() {
    auth.now.set(NOON);
  }

  @Test
  void knowsAUserByItsPassword() {
    var user = auth.givenTeller("known");

    assertThat(auth.passwords.check("known", PASSWORD, TRAIL)).contains(user);
    assertThat(auth.passwords.check("known", WRONG, TRAIL)).isEmpty();
    assertThat(auth.passwords.check("nobody", PASSWORD, TRAIL)).isEmpty();
    assertThat(auth.passwords.check("'; drop table app_user", PASSWORD, TRAIL)).isEmpty();
    assertThat(auth.passwords.check("known", "", TRAIL)).isEmpty();
    assertThat(auth.passwords.check("known", PASSWORD.repeat(1_000), TRAIL)).isEmpty();
  }

  @Test
  void makesAUserWaitAfterTooManyFailures() {
    auth.givenTeller("slow");
    fail("slow", LockOut.FREE_FAILURES);

    assertThat(auth.passwords.check("slow", PASSWORD, TRAIL)).isEmpty();
    auth.now.set(NOON.plusSeconds(10));
    assertThat(auth.passwords.check("slow", PASSWORD, TRAIL)).isPresent();
  }

  @Test
  void countsFromZeroAfterASuccess() {
    auth.givenTeller("clumsy");
    fail("clumsy", LockOut.FREE_FAILURES - 1);
    auth.passwords.check("clumsy", PASSWORD, TRAIL);
    fail("clumsy", LockOut.FREE_FAILURES - 1);

    assertThat(auth.passwords.check("clumsy", PASSWORD, TRAIL)).isPresent();
  }

  @Test
  void doesNotCountWhoDidNotWait() {
    var user = auth.givenTeller("eager");
    fail("eager", LockOut.FREE_FAILURES + 20);

    var attempts = auth.inTransaction(() -> auth.signIns.lock(user.id()));
    assertThat(attempts.lockOut().failures()).isEqualTo(LockOut.FREE_FAILURES);
  }

  @Test
  void cannotBeOutrunByManyAttemptsAtOnce() throws Exception {
    var user = auth.givenTeller("attacked");
    var threads = Executors.newFixedThreadPool(20);
    for (var i = 0; i < 20; i++) {
      threads.execute(() -> auth.passwords.check("attacked", WRONG, TRAIL));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

    var attempts = auth.inTransaction(() -> auth.signIns.lock(user.id()));
    assertThat(attempts.lockOut().failures()).isEqualTo(LockOut.FREE_FAILURES);
    assertThat(attempts.version()).isEqualTo(20);
    assertThat(auth.eventTypes("sign-in/" + user.id())).hasSize(20);
  }

  @Test
  void locksAUserAfterAHundredFailuresInARow() {
    var user = auth.givenTeller("besieged");
    auth.inTransaction(
        () -> {
          auth.signIns.save(auth.signIns.lock(user.id()).with(new LockOut(99, null)));
          return user;
        });

    fail("besieged", 1);

    auth.now.set(NOON.plusSeconds(100_000));
    assertThat(auth.passwords.check("besieged", PASSWORD, TRAIL)).isEmpty();
    assertThat(auth.users.byId(user.id()).orElseThrow().status()).isEqualTo(UserStatus.LOCKED);
    assertThat(auth.eventTypes("user/" + user.id()))
        .containsExactly("auth.user-created.v1", "auth.user-updated.v1");
  }

  @Test
  void letsALockedUserInOnceItIsUnlocked() {
    var user = auth.givenTeller("rescued");
    fail("rescued", LockOut.FREE_FAILURES);
    var locked = setStatus(user.id(), user.version(), UserStatus.LOCKED);
    var whileLocked = auth.passwords.check("rescued", PASSWORD, TRAIL);
    setStatus(user.id(), locked, UserStatus.ACTIVE);

    assertThat(whileLocked).isEmpty();
    assertThat(auth.passwords.check("rescued", PASSWORD, TRAIL)).isPresent();
  }

  @Test
  void makesAnAddressWaitThatHasFailedForMany() {
    auth.givenTeller("neighbour");
    var bot = new Origin("a bot", "192.0.2.66");
    for (var i = 0; i < AddressDelays.FREE_FAILURES; i++) {
      auth.passwords.check("nobody-" + i, WRONG, bot, TRAIL);
    }

    assertThat(auth.passwords.check("neighbour", PASSWORD, bot, TRAIL)).isEmpty();
    assertThat(auth.passwords.check("neighbour", PASSWORD, new Origin("", "192.0.2.67"), TRAIL))
        .isPresent();
    auth.now.set(NOON.plusSeconds(5));
    assertThat(auth.passwords.check("neighbour", PASSWORD, bot, TRAIL)).isPresent();
    assertThat(auth.eventData("auth.sign-in-failed.v1"))
        .anyMatch(data -> data.contains("ADDRESS_DELAYED"));
  }

  @Test
  void makesAnAddressWaitLongerEachTimeAndNoUserForIt() {
    var user = auth.givenTeller("bystander");
    var bot = new Origin("a bot", "2001:db8:1:2:3:4:5:6");
    var sameNetwork = new Origin("a bot", "2001:db8:1:2::1");
    for (var i = 0; i < AddressDelays.FREE_FAILURES; i++) {
      auth.passwords.check("nobody", WRONG, bot, TRAIL);
    }
    var last = NOON.plusSeconds(5);
    auth.now.set(last);
    auth.passwords.check("nobody", WRONG, bot, TRAIL);

    auth.now.set(last.plusSeconds(9));
    assertThat(auth.passwords.check("bystander", PASSWORD, sameNetwork, TRAIL)).isEmpty();
    var attempts = auth.inTransaction(() -> auth.signIns.lock(user.id()));
    assertThat(attempts.lockOut().failures()).isZero();
    auth.now.set(last.plusSeconds(10));
    assertThat(auth.passwords.check("bystander", PASSWORD, sameNetwork, TRAIL)).isPresent();
  }

  @Test
  void cannotBeOutrunFromOneAddressByManyAttemptsAtOnce() throws Exception {
    var bot = new Origin("a bot", "192.0.2.99");
    var threads = Executors.newFixedThreadPool(20);
    for (var i = 0; i < 2 * AddressDelays.FREE_FAILURES; i++) {
      threads.execute(() -> auth.passwords.check("nobody", WRONG, bot, TRAIL));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

    var delayed =
        auth.eventData("auth.sign-in-failed.v1").stream()
            .filter(data -> data.contains("ADDRESS_DELAYED"))
            .count();
    assertThat(delayed).isGreaterThanOrEqualTo(AddressDelays.FREE_FAILURES);
  }

  @Test
  void forgetsTheFailuresOfAnAddressOneByOne() {
    auth.givenTeller("colleague");
    var office = new Origin("a browser", "192.0.2.200");
    for (var i = 0; i < 3 * AddressDelays.FREE_FAILURES; i++) {
      auth.now.set(NOON.plus(AddressDelays.FORGETS_ONE_AFTER.multipliedBy(i)));
      auth.passwords.check("nobody", WRONG, office, TRAIL);
    }

    assertThat(auth.passwords.check("colleague", PASSWORD, office, TRAIL)).isPresent();
  }

  @Test
  void keepsNoAddressInTheClear() {
    auth.passwords.check("nobody", WRONG, new Origin("a browser", "192.0.2.123"), TRAIL);

    assertThat(auth.redisDump()).noneMatch(text -> text.contains("192.0.2.123"));
  }

  @Test
  void takesAsLongForAUserWhoIsNotThere() {
    auth.givenTeller("timed");
    auth.passwords.check("timed", WRONG, TRAIL);
    auth.passwords.check("untimed", WRONG, TRAIL);

    var known = medianNanos(() -> auth.passwords.check("timed", WRONG, TRAIL));
    var unknown = medianNanos(() -> auth.passwords.check("untimed", WRONG, TRAIL));

    // the slow hash is most of both; without it one would be ten times faster
    assertThat((double) unknown / known).isBetween(0.4, 2.5);
  }

  private static long medianNanos(Runnable attempt) {
    var times = new long[11];
    for (var i = 0; i < times.length; i++) {
      var begun = System.nanoTime();
      attempt.run();
      times[i] = System.nanoTime() - begun;
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  @Test
  void writesDownEveryAttemptAndNeverWhatWasTyped() {
    var user = auth.givenTeller("watched");
    auth.passwords.check("watched", WRONG, TRAIL);
    auth.passwords.check("watched", PASSWORD, TRAIL);
    auth.passwords.check("my-secret-typed-here", PASSWORD, TRAIL);

    assertThat(auth.eventTypes("sign-in/" + user.id()))
        .containsExactly("auth.sign-in-failed.v1", "auth.sign-in-succeeded.v1");
    assertThat(auth.eventData("auth.sign-in-failed.v1"))
        .anyMatch(data -> data.contains("UNKNOWN_USER"))
        .noneMatch(data -> data.contains("typed") || data.contains("horse"));
  }

  private static void fail(String username, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(auth.passwords.check(username, WRONG, TRAIL)).isEmpty();
    }
  }

  private static long setStatus(UUID id, long version, UserStatus status) {
    var user = auth.users.byId(id).orElseThrow();
    return AuthFixture.done(
            auth.update(
                new UpdateUser.Command(
                    id,
                    version,
                    "Some Body",
                    null,
                    user.assignment(),
                    status,
                    AuthFixture.ADMIN,
                    TRAIL)))
        .version();
  }
}
