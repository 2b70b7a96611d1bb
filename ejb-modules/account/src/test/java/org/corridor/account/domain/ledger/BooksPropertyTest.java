package org.corridor.account.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.domain.ledger.Ledgers.NOON;
import static org.corridor.account.domain.ledger.Ledgers.anAccount;
import static org.corridor.account.domain.ledger.Ledgers.anInternalAccount;
import static org.corridor.account.domain.ledger.Ledgers.eur;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds whatever is asked of the ledger. A failure names the seed that leads to it. */
class BooksPropertyTest {

  private static final int ROUNDS = 150;
  private static final int COMMANDS = 120;
  private static final int ACCOUNTS = 5;

  private long seed;
  private Random random;
  private MemoryLedger ledger;
  private List<UUID> accounts;
  private List<LedgerCommand> given;

  @BeforeEach
  void aSeed() {
    var asked = System.getProperty("seed");
    seed = asked == null ? System.nanoTime() : Long.parseLong(asked);
  }

  private void begin(int round) {
    random = new Random(seed + round);
    accounts = new ArrayList<>();
    var all = new LedgerAccount[ACCOUNTS + 1];
    for (var i = 0; i < ACCOUNTS; i++) {
      accounts.add(uuid());
      var overdraft = random.nextBoolean() ? 0 : -random.nextInt(500);
      var ceiling = random.nextInt(3) == 0 ? Long.valueOf(random.nextInt(3000)) : null;
      all[i] =
          new LedgerAccount(
              accounts.get(i), Ledgers.EUR, 0, 0, (long) overdraft, ceiling, true, true, 0, null);
    }
    accounts.add(uuid());
    all[ACCOUNTS] = anInternalAccount(accounts.get(ACCOUNTS));
    ledger = new MemoryLedger(all);
    given = new ArrayList<>();
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private UUID account() {
    return accounts.get(random.nextInt(accounts.size()));
  }

  private LedgerCommand anyCommand() {
    var command =
        switch (random.nextInt(8)) {
          case 0 -> placement();
          case 1 -> capture();
          case 2 -> release();
          case 3 -> reversal();
          case 4 -> given.isEmpty() ? posting(null) : given.get(random.nextInt(given.size()));
          case 5 -> expiry();
          default -> posting(null);
        };
    given.add(command);
    return command;
  }

  private Posting posting(Posting.Capture capture) {
    var legs = new ArrayList<Leg>();
    var sum = 0L;
    var shuffled = new ArrayList<>(accounts);
    java.util.Collections.shuffle(shuffled, random);
    var count = 2 + random.nextInt(3);
    for (var i = 0; i < count - 1; i++) {
      var amount = random.nextInt(800) - 400;
      legs.add(new Leg(shuffled.get(i), eur(amount)));
      sum += amount;
    }
    legs.add(new Leg(shuffled.get(count - 1), eur(-sum)));
    return new Posting(uuid(), "ANY", null, legs, capture, null, "test", java.util.Map.of());
  }

  private HoldPlacement placement() {
    var expiry = random.nextBoolean() ? null : NOON.plusSeconds(1 + random.nextInt(COMMANDS));
    return new HoldPlacement(uuid(), account(), eur(random.nextInt(600)), expiry, "test");
  }

  private HoldPlacement anyPlacement() {
    var placements = given.stream().filter(HoldPlacement.class::isInstance).toList();
    return placements.isEmpty()
        ? placement()
        : (HoldPlacement) placements.get(random.nextInt(placements.size()));
  }

  private LedgerCommand capture() {
    var hold = anyPlacement();
    var amount = 1 + random.nextInt(600);
    var to = account();
    var capture = new Posting.Capture(hold.id(), random.nextBoolean());
    return new Posting(
        uuid(),
        "CAPTURE",
        null,
        List.of(new Leg(hold.accountId(), eur(-amount)), new Leg(to, eur(amount))),
        capture,
        null,
        "test",
        java.util.Map.of());
  }

  private LedgerCommand release() {
    var hold = anyPlacement();
    return new HoldRelease(hold.id(), hold.accountId(), "test");
  }

  private LedgerCommand expiry() {
    var hold = anyPlacement();
    return new HoldExpiry(hold.id(), hold.accountId(), "test");
  }

  private LedgerCommand reversal() {
    var postings = given.stream().filter(Posting.class::isInstance).toList();
    if (postings.isEmpty()) {
      return posting(null);
    }
    var original = (Posting) postings.get(random.nextInt(postings.size()));
    return new Posting(
        uuid(),
        "REVERSAL",
        null,
        original.legs().stream().map(Leg::mirrored).toList(),
        null,
        original.id(),
        "test",
        java.util.Map.of());
  }

  private Instant at(int n) {
    return NOON.plus(Duration.ofSeconds(n));
  }

  @Test
  void theBooksBalanceAndNoLimitIsEverBroken() {
    for (var round = 0; round < ROUNDS; round++) {
      begin(round);
      for (var n = 0; n < COMMANDS; n++) {
        ledger.apply(anyCommand(), at(n));
        assertSound("seed " + seed + ", round " + round + ", command " + n);
      }
    }
  }

  private void assertSound(String where) {
    assertThat(ledger.accounts.values().stream().mapToLong(LedgerAccount::booked).sum())
        .as("sum of all, " + where)
        .isZero();
    var entries = new HashMap<UUID, Long>();
    var counts = new HashMap<UUID, Long>();
    for (var journal : ledger.journals.values()) {
      for (var entry : journal.entries()) {
        entries.merge(entry.accountId(), entry.amount().minorUnits(), Long::sum);
        counts.merge(entry.accountId(), 1L, Long::sum);
      }
    }
    var held = new HashMap<UUID, Long>();
    ledger
        .holds
        .values()
        .forEach(hold -> held.merge(hold.accountId(), hold.remaining().minorUnits(), Long::sum));
    for (var account : ledger.accounts.values()) {
      assertThat(account.booked())
          .as("entries, " + where)
          .isEqualTo(entries.getOrDefault(account.id(), 0L));
      assertThat(account.lastSeq())
          .as("numbering, " + where)
          .isEqualTo(counts.getOrDefault(account.id(), 0L));
      assertThat(account.held())
          .as("holds, " + where)
          .isEqualTo(held.getOrDefault(account.id(), 0L));
      assertThat(account.available().minorUnits()).as("floor, " + where).isNotNegative();
      if (account.ceiling() != null) {
        assertThat(account.booked()).as("ceiling, " + where).isLessThanOrEqualTo(account.ceiling());
      }
    }
  }

  @Test
  void aCommandGivenAgainChangesNothing() {
    for (var round = 0; round < ROUNDS; round++) {
      begin(round);
      for (var n = 0; n < COMMANDS; n++) {
        var command = anyCommand();
        var first = ledger.apply(command, at(n));
        var events = ledger.events.size();

        var second = ledger.apply(command, at(n));

        var where = "seed " + seed + ", round " + round + ", command " + n;
        assertThat(ledger.events).as(where).hasSize(events);
        assertThat(second instanceof Outcome.Refused)
            .as(where)
            .isEqualTo(first instanceof Outcome.Refused);
      }
    }
  }

  @Test
  void aBatchDoesWhatItsCommandsDoOneByOne() {
    for (var round = 0; round < ROUNDS; round++) {
      begin(round);
      var start = ledger.accounts.values().toArray(LedgerAccount[]::new);
      var commands = new ArrayList<LedgerCommand>();
      for (var n = 0; n < COMMANDS; n++) {
        commands.add(anyCommand());
      }
      var single = new MemoryLedger(start);
      var batched = new MemoryLedger(start);
      var expected = commands.stream().map(command -> single.apply(command, NOON)).toList();

      var actual = new ArrayList<Outcome>();
      for (var from = 0; from < COMMANDS; ) {
        var to = Math.min(COMMANDS, from + 1 + random.nextInt(20));
        actual.addAll(batched.applyBatch(commands.subList(from, to), NOON));
        from = to;
      }

      var where = "seed " + seed + ", round " + round;
      assertThat(actual).as(where).isEqualTo(expected);
      assertThat(batched.accounts).as(where).isEqualTo(single.accounts);
      assertThat(batched.holds).as(where).isEqualTo(single.holds);
      assertThat(batched.journals).as(where).isEqualTo(single.journals);
      assertThat(batched.events).as(where).isEqualTo(single.events);
    }
  }

  @Test
  void whatIsCapturedAndWhatIsFreedMakeUpTheHold() {
    for (var round = 0; round < ROUNDS; round++) {
      begin(round);
      var account = accounts.get(0);
      ledger.accounts.put(account, anAccount(account, 1000));
      var amount = 1 + random.nextInt(1000);
      var hold = new HoldPlacement(uuid(), account, eur(amount), null, "test");
      ledger.apply(hold, NOON);
      var captured = 0L;
      while (ledger.holds.get(hold.id()).isActive() && random.nextInt(5) > 0) {
        var part = 1 + random.nextInt(amount);
        var outcome =
            ledger.apply(
                Ledgers.aPosting()
                    .leg(account, -part)
                    .leg(accounts.get(ACCOUNTS), part)
                    .capturingAndKeepingTheRestOf(hold.id())
                    .build(),
                NOON);
        captured += outcome instanceof Outcome.Posted ? part : 0;
      }
      ledger.apply(new HoldRelease(hold.id(), account, "test"), NOON);

      var where = "seed " + seed + ", round " + round;
      assertThat(ledger.held(account)).as(where).isZero();
      assertThat(ledger.booked(account)).as(where).isEqualTo(1000 - captured);
      assertThat(ledger.holds.get(hold.id()).captured().minorUnits()).as(where).isEqualTo(captured);
      assertThat(captured).as(where).isLessThanOrEqualTo(amount);
    }
  }

  @Test
  void aBatchOfPostingsDoesWhatTheyDoOneByOne() {
    for (var round = 0; round < ROUNDS; round++) {
      begin(round);
      for (var n = 0; n < COMMANDS; n++) {
        ledger.apply(anyCommand(), NOON);
      }
      var postings = postings(1 + random.nextInt(40));
      var single = copy(ledger);
      var batched = copy(ledger);
      var expected = postings.stream().map(posting -> single.apply(posting, NOON)).toList();

      var outcome = batched.apply(new PostingBatch(postings, false, "test"), NOON);

      var where = "seed " + seed + ", round " + round;
      assertThat(outcome).as(where).isEqualTo(new Outcome.BatchDecided(expected));
      assertSame(batched, single, where);
    }
  }

  @Test
  void aBatchOfAllOrNothingDoesAllOfThatOrNothing() {
    for (var round = 0; round < ROUNDS; round++) {
      begin(round);
      for (var n = 0; n < COMMANDS; n++) {
        ledger.apply(anyCommand(), NOON);
      }
      var postings = postings(1 + random.nextInt(4));
      var neighbours = List.of(anyCommand(), anyCommand());
      var expected = copy(ledger);
      var actual = copy(ledger);
      var alone = copy(ledger);
      var batch = new PostingBatch(postings, true, "test");

      var outcomes = actual.applyBatch(List.of(neighbours.get(0), batch, neighbours.get(1)), NOON);

      var first = expected.apply(neighbours.get(0), NOON);
      alone.applyBatch(List.of(neighbours.get(0)), NOON);
      var each = postings.stream().map(posting -> alone.apply(posting, NOON)).toList();
      var all = each.stream().noneMatch(Outcome.Refused.class::isInstance);
      if (all) {
        postings.forEach(posting -> expected.apply(posting, NOON));
      }
      var last = expected.apply(neighbours.get(1), NOON);
      var where = "seed " + seed + ", round " + round;
      assertThat(outcomes.get(0)).as(where).isEqualTo(first);
      assertThat(outcomes.get(2)).as(where).isEqualTo(last);
      assertSame(actual, expected, where);
      assertThat(((Outcome.BatchDecided) outcomes.get(1)).outcomes())
          .as(where)
          .isEqualTo(all ? each : each.stream().map(BooksPropertyTest::notKept).toList());
      ledger = actual;
      assertSound(where);
      assertGivenAgainChangesNothing(batch, all, where);
    }
  }

  private void assertGivenAgainChangesNothing(PostingBatch batch, boolean done, String where) {
    var before = copy(ledger);
    var again = ((Outcome.BatchDecided) ledger.apply(batch, NOON)).outcomes();
    if (done) {
      assertSame(ledger, before, where);
      assertThat(again).as(where).allMatch(o -> o instanceof Outcome.Posted p && p.replayed());
    }
  }

  private static Outcome notKept(Outcome outcome) {
    return outcome instanceof Outcome.Posted posted && !posted.replayed()
        ? new Outcome.Refused(new Refusal.BatchRefused())
        : outcome;
  }

  /** Of all sorts, each with an id of its own; some were given before. */
  private List<Posting> postings(int count) {
    var postings = new LinkedHashMap<UUID, Posting>();
    while (postings.size() < count) {
      if (anyCommand() instanceof Posting posting) {
        postings.put(posting.id(), posting);
      }
    }
    return List.copyOf(postings.values());
  }

  private static MemoryLedger copy(MemoryLedger ledger) {
    var copy = new MemoryLedger(ledger.accounts.values().toArray(LedgerAccount[]::new));
    copy.holds.putAll(ledger.holds);
    copy.journals.putAll(ledger.journals);
    copy.events.addAll(ledger.events);
    return copy;
  }

  private static void assertSame(MemoryLedger actual, MemoryLedger expected, String where) {
    assertThat(actual.accounts).as(where).isEqualTo(expected.accounts);
    assertThat(actual.holds).as(where).isEqualTo(expected.holds);
    assertThat(actual.journals).as(where).isEqualTo(expected.journals);
    assertThat(actual.events).as(where).isEqualTo(expected.events);
  }
}
