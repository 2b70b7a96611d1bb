package org.corridor.dev.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.corridor.dev.proof.model.Reference.Account;
import org.corridor.dev.proof.model.Reference.Account.Status;
import org.junit.jupiter.api.Test;

/** The checker believes what can be explained, and nothing else. */
class ExplanationTest {

  private static final Reference OPENED = Reference.opened(List.of(100L, 0L, 50L));
  private static final Command HOLD = new PlaceHold(1, 'A', 60);
  private static final Command CAPTURE = Post.capture(2, new Movement('A', 'B', 60), 1, false);
  private static final Command OTHER_CAPTURE =
      Post.capture(3, new Movement('A', 'B', 60), 1, false);

  @Test
  void believesOneOfTwoCapturesOfAHold() {
    var held = after(OPENED, HOLD, Reply.of(201), seen(account(100, 60), account(0, 0)));

    assertThat(
            explain(
                held,
                List.of(CAPTURE, OTHER_CAPTURE),
                List.of(Reply.refused("hold-not-active"), Reply.of(201)),
                seen(account(40, 0), account(60, 0))))
        .hasSize(1);
  }

  @Test
  void refusesThatAHoldIsCapturedTwice() {
    var held = after(OPENED, HOLD, Reply.of(201), seen(account(100, 60), account(0, 0)));

    assertThat(
            explain(
                held,
                List.of(CAPTURE, OTHER_CAPTURE),
                List.of(Reply.of(201), Reply.of(201)),
                seen(account(-20, 0), account(120, 0))))
        .isEmpty();
    assertThat(
            explain(
                held,
                List.of(CAPTURE, OTHER_CAPTURE),
                List.of(Reply.of(201), Reply.of(201)),
                seen(account(40, 0), account(60, 0))))
        .isEmpty();
  }

  @Test
  void refusesAnswersThatAreRightOverBalancesThatAreNot() {
    var transfer = new Transfer(1, 'A', 'B', 30);

    assertThat(explainOne(transfer, reply(201, "t1"), seen(account(70, 0), account(30, 0))))
        .hasSize(1);
    assertThat(explainOne(transfer, reply(201, "t1"), seen(account(70, 0), account(31, 0))))
        .isEmpty();
    assertThat(explainOne(transfer, reply(201, "t1"), seen(account(100, 0), account(0, 0))))
        .isEmpty();
    assertThat(explainOne(transfer, reply(201, "t1"), seen(account(70, 30), account(30, 0))))
        .isEmpty();
  }

  @Test
  void refusesThatTheSameMoneyIsSpentTwice() {
    var both = List.<Command>of(new Cash(1, false, 'A', 100), new Transfer(2, 'A', 'B', 100));

    assertThat(
            explain(
                Set.of(OPENED),
                both,
                List.of(reply(201, "t1"), new Reply(422, "insufficient-funds", "t2")),
                seen(account(0, 0), account(0, 0))))
        .hasSize(1);
    assertThat(
            explain(
                Set.of(OPENED),
                both,
                List.of(reply(201, "t1"), reply(201, "t2")),
                seen(account(0, 0), account(100, 0))))
        .isEmpty();
  }

  @Test
  void refusesARefusalThatNoOrderExplains() {
    assertThat(
            explainOne(
                new Transfer(1, 'A', 'B', 30),
                new Reply(422, "insufficient-funds", "t1"),
                seen(account(100, 0), account(0, 0))))
        .isEmpty();
  }

  @Test
  void findsTheOneOrderThatExplainsARoundWhereEachNeedsAnother() {
    var round =
        List.<Command>of(
            new Transfer(3, 'B', 'C', 90),
            new Transfer(2, 'A', 'B', 90),
            new Cash(1, true, 'B', 5));

    assertThat(
            explain(
                Set.of(OPENED),
                round,
                List.of(reply(201, "t3"), reply(201, "t2"), reply(201, "t1")),
                Map.of('A', account(10, 0), 'B', account(5, 0), 'C', account(140, 0))))
        .hasSize(1);
  }

  @Test
  void refusesThatAKeyMovesMoneyTwiceOrAnswersWithAnotherTransaction() {
    var transfer = new Transfer(1, 'A', 'B', 30);
    var twice = List.<Command>of(transfer, transfer);

    assertThat(
            explain(
                Set.of(OPENED),
                twice,
                List.of(reply(201, "t1"), reply(201, "t1")),
                seen(account(70, 0), account(30, 0))))
        .hasSize(1);
    assertThat(
            explain(
                Set.of(OPENED),
                twice,
                List.of(reply(201, "t1"), new Reply(409, "idempotency-key-in-use", "")),
                seen(account(70, 0), account(30, 0))))
        .hasSize(1);
    assertThat(
            explain(
                Set.of(OPENED),
                twice,
                List.of(reply(201, "t1"), reply(201, "t2")),
                seen(account(70, 0), account(30, 0))))
        .isEmpty();
    assertThat(
            explain(
                Set.of(OPENED),
                twice,
                List.of(reply(201, "t1"), reply(201, "t1")),
                seen(account(40, 0), account(60, 0))))
        .isEmpty();
  }

  @Test
  void refusesThatAKeyIsInUseByNobody() {
    assertThat(
            explainOne(
                new Transfer(1, 'A', 'B', 30),
                new Reply(409, "idempotency-key-in-use", ""),
                seen(account(100, 0), account(0, 0))))
        .isEmpty();
  }

  @Test
  void refusesThatMoneyMovesOnAFrozenAccount() {
    var freeze = new ChangeStatus(ChangeStatus.Kind.FREEZE, 'A', 1);
    var frozen = new Account(100, 0, Status.FROZEN, 2);
    var before = after(OPENED, freeze, Reply.of(200), seen(frozen, account(0, 0)));

    assertThat(
            explain(
                before,
                List.of(Post.plain(1, new Movement('A', 'B', 10))),
                List.of(Reply.of(201)),
                seen(new Account(90, 0, Status.FROZEN, 2), account(10, 0))))
        .isEmpty();
  }

  private static Set<Reference> after(
      Reference before, Command command, Reply reply, Map<Character, Account> seen) {
    var after = explain(Set.of(before), List.of(command), List.of(reply), seen);
    assertThat(after).hasSize(1);
    return after;
  }

  private static Set<Reference> explainOne(
      Command command, Reply reply, Map<Character, Account> seen) {
    return explain(Set.of(OPENED), List.of(command), List.of(reply), seen);
  }

  private static Set<Reference> explain(
      Set<Reference> before,
      List<Command> commands,
      List<Reply> replies,
      Map<Character, Account> seen) {
    return Explanation.of(before, commands, replies, seen);
  }

  /** With C as it was. */
  private static Map<Character, Account> seen(Account a, Account b) {
    return new HashMap<>(Map.of('A', a, 'B', b, 'C', account(50, 0)));
  }

  private static Account account(long booked, long held) {
    return new Account(booked, held, Status.ACTIVE, 1);
  }

  private static Reply reply(int status, String id) {
    return new Reply(status, "", id);
  }
}
