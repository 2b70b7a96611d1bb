package org.corridor.account.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.InterestPayment;
import org.corridor.account.domain.interest.InterestTerms;
import org.corridor.account.domain.interest.InterestTerms.DayInterest;
import org.corridor.account.domain.interest.OpenInterest;
import org.corridor.platform.events.Trail;

/** What has accrued and what was paid of it. Each call is a transaction of its own. */
public interface InterestBook {

  /** Waits until every posting that could still belong to a day that is over has been committed. */
  void awaitPostingsUnderWay();

  /** Accounts that bear interest on the day, in the order of their ids; up to {@code limit}. */
  List<UUID> bearing(LocalDate day, UUID after, int limit);

  /** Of these, those whose product capitalises in one of these ways. */
  List<UUID> bearing(LocalDate day, Set<Capitalisation> due, UUID after, int limit);

  /** Currencies of the products that bear interest. */
  Set<String> currencies();

  /**
   * Adds what the day is worth to each account that does not have it yet.
   *
   * @param decision what a balance at the end of the day adds
   */
  void accrue(
      LocalDate day, List<UUID> accountIds, Function<EndBalance, Optional<DayInterest>> decision);

  /**
   * What an account had when the day ended.
   *
   * @param booked in minor units
   */
  record EndBalance(UUID accountId, InterestTerms terms, long booked) {}

  /**
   * Makes payments of what these accounts have accrued up to the day; nobody else does so for the
   * same account meanwhile.
   */
  void capitalise(
      LocalDate day,
      List<UUID> accountIds,
      Function<OpenInterest, Optional<InterestPayment>> decision);

  /** The same for one account in the transaction that runs; returns the payments. */
  List<InterestPayment> settle(
      LocalDate day, UUID accountId, Function<OpenInterest, Optional<InterestPayment>> decision);

  /**
   * Payments that were never given to the ledger, or whose answer was lost; up to {@code limit}.
   */
  List<UUID> fresh(int limit);

  /** Payments that are not booked, of the day or earlier, in the order of their ids. */
  List<UUID> unbooked(LocalDate day, UUID after, int limit);

  List<InterestPayment> payments(List<UUID> ids);

  /** Says that the ledger has booked these, with an event for each that was not known to be. */
  void booked(List<InterestPayment> payments, Instant at, Trail trail);

  /** Says why the ledger has refused these, which will be tried again; payment to code. */
  void refused(Map<UUID, String> refusals);

  /** True if anything is accrued, or yet to accrue, that is not booked. */
  boolean isUnsettled(UUID accountId, LocalDate today);
}
