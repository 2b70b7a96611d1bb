package org.corridor.transaction.infrastructure.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.corridor.transaction.application.BatchOpening;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.application.LimitRules;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.TransferTogether;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.corridor.transaction.domain.TransferBatch.State;
import org.corridor.transaction.infrastructure.desk.DeskCommand.OpenBatch;

/**
 * The batches of one group that begin, in the steps of {@link Beginnings}. Each transfer is held
 * against its limits as if it came alone, after those before it.
 */
final class BatchOpenings {

  private static final MoveOutcome.Refused NEEDS_APPROVAL =
      new MoveOutcome.Refused(
          "approval-required",
          "It takes a second person, so it cannot be one of all or nothing.",
          "/amount");

  private record Candidate(int nth, Limit limit, DayShare share, long minorUnits) {}

  /** A batch on its way. */
  private static final class Draft {
    final OpenBatch open;
    final List<Item> items;
    final List<Candidate> candidates = new ArrayList<>();

    Draft(OpenBatch open) {
      this.open = open;
      this.items = new ArrayList<>(open.items());
    }

    void refuse(int nth, MoveOutcome.Refused refused) {
      items.set(nth, Item.refused(TransferTogether.fault(refused, nth)));
    }

    boolean isRefused() {
      return open.mode() == Mode.ALL_OR_NOTHING
          && items.stream().anyMatch(item -> item.state() == State.REFUSED);
    }

    BatchOpening.Refused refusal() {
      return new BatchOpening.Refused(
          items.stream().map(Item::fault).filter(Objects::nonNull).toList());
    }
  }

  private final DeskLimits limits;
  private final DeskUsage usage;
  private final Instant now;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<OpenBatch> refused = new ArrayList<>();
  private final List<TransferBatch> begun = new ArrayList<>();
  // by the command itself: two may have the same id
  private final IdentityHashMap<OpenBatch, BatchOpening> openings = new IdentityHashMap<>();

  BatchOpenings(DeskLimits limits, DeskUsage usage, Instant now) {
    this.limits = limits;
    this.usage = usage;
    this.now = now;
  }

  /** Its key was claimed. */
  void want(OpenBatch open) {
    var draft = new Draft(open);
    for (var nth = 0; nth < draft.items.size(); nth++) {
      if (draft.items.get(nth).state() == State.ORDERED) {
        consider(draft, nth);
      }
    }
    if (draft.isRefused()) {
      refuse(draft);
      return;
    }
    draft.candidates.removeIf(candidate -> !want(draft, candidate));
    drafts.add(draft);
  }

  private void consider(Draft draft, int nth) {
    var movement = draft.items.get(nth).movement();
    var caller = draft.open.request().caller();
    var limit = limits.of(movement, caller);
    var refusal = LimitRules.refusal(movement, limit);
    if (refusal.isPresent()) {
      draft.refuse(nth, refusal.get());
      return;
    }
    var amount = movement.amount();
    if (draft.open.mode() == Mode.ALL_OR_NOTHING
        && limit.orElseThrow().approvalFor(amount, caller).isPresent()) {
      draft.refuse(nth, NEEDS_APPROVAL);
      return;
    }
    var share = DayShare.of(Slot.of(movement, now), amount.currency());
    draft.candidates.add(new Candidate(nth, limit.orElseThrow(), share, amount.minorUnits()));
  }

  private boolean want(Draft draft, Candidate candidate) {
    var counts = usage.want(candidate.share(), candidate.minorUnits());
    if (!counts) {
      draft.refuse(candidate.nth(), LimitRules.beyondTheDay(candidate.limit()));
    }
    return counts;
  }

  /** The usage is held. */
  void decide() {
    drafts.forEach(this::decide);
  }

  private void decide(Draft draft) {
    var reserved = new ArrayList<Candidate>();
    for (var candidate : draft.candidates) {
      var limit = candidate.limit();
      if (usage.reserve(candidate.share(), candidate.minorUnits(), limit.perDay().minorUnits())) {
        reserved.add(candidate);
        goOn(draft, candidate);
      } else {
        draft.refuse(candidate.nth(), LimitRules.beyondTheDay(limit));
      }
    }
    if (draft.isRefused()) {
      reserved.forEach(candidate -> usage.release(candidate.share(), candidate.minorUnits()));
      refuse(draft);
    } else {
      begin(draft);
    }
  }

  private static void goOn(Draft draft, Candidate candidate) {
    var item = draft.items.get(candidate.nth());
    var caller = draft.open.request().caller();
    draft.items.set(
        candidate.nth(),
        item.within(candidate.limit().approvalFor(item.movement().amount(), caller)));
  }

  private void begin(Draft draft) {
    var request = draft.open.request();
    var making = new Making(request.caller().subject(), now, request.correlationId());
    var batch = TransferBatch.ordered(draft.open.id(), draft.open.mode(), making, draft.items);
    begun.add(batch);
    openings.put(draft.open, new BatchOpening.Opened(batch));
  }

  private void refuse(Draft draft) {
    refused.add(draft.open);
    openings.put(draft.open, draft.refusal());
  }

  /** It was begun by an earlier attempt at the same group. */
  void found(OpenBatch open, TransferBatch batch) {
    openings.put(open, new BatchOpening.Opened(batch));
  }

  BatchOpening of(OpenBatch open) {
    return openings.getOrDefault(open, new BatchOpening.KeyTaken());
  }

  List<TransferBatch> begun() {
    return begun;
  }

  /** Whose keys are to be free again. */
  List<OpenBatch> refused() {
    return refused;
  }
}
