package org.corridor.account.infrastructure;

import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.corridor.account.application.Accounts;
import org.corridor.account.application.LedgerRecords;
import org.corridor.account.application.PostJournal;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.ledger.Leg;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Outcome.BatchDecided;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.domain.ledger.PostingBatch;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;

/**
 * The ledger's door for callers in the same EAR, who have checked what their own callers may do.
 */
@Stateless(name = "Ledger")
@Local(LedgerContract.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerDoor implements LedgerContract {

  private final PostJournal posting;
  private final LedgerRecords records;
  private final Accounts accounts;

  @Inject
  public LedgerDoor(PostJournal posting, LedgerRecords records, Accounts accounts) {
    this.posting = posting;
    this.records = records;
    this.accounts = accounts;
  }

  /** For the container, which demands it to be public. */
  public LedgerDoor() {
    this(null, null, null);
  }

  @Override
  public CompletionStage<PostingAnswer> post(PostingOrder order) {
    return posting
        .post(toPosting(order))
        .handle((outcome, failure) -> answer(order.id(), outcome, failure));
  }

  @Override
  public CompletionStage<List<PostingAnswer>> postAll(
      List<PostingOrder> orders, boolean allOrNothing) {
    var postings = orders.stream().map(LedgerDoor::toPosting).toList();
    var correlation = orders.isEmpty() ? "" : orders.get(0).correlationId();
    return posting
        .postAll(new PostingBatch(postings, allOrNothing, correlation))
        .handle((outcome, failure) -> answers(postings, outcome, failure));
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    return records
        .journal(id)
        .map(journal -> PostingAnswer.posted(journal.id(), journal.bookedAt()));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return accounts.find(id).map(LedgerDoor::summary);
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    return accounts.findByNumber(number).map(LedgerDoor::summary);
  }

  @Override
  public Map<UUID, AccountSummary> accounts(Collection<UUID> ids) {
    return accounts.findAll(List.copyOf(ids)).stream()
        .collect(toMap(Account::id, LedgerDoor::summary));
  }

  @Override
  public Map<String, AccountSummary> accountsByNumber(Collection<String> numbers) {
    return accounts.findAllByNumber(List.copyOf(numbers)).stream()
        .collect(toMap(Account::number, LedgerDoor::summary));
  }

  private static List<PostingAnswer> answers(
      List<Posting> postings, Outcome outcome, Throwable failure) {
    var answers = new ArrayList<PostingAnswer>(postings.size());
    for (var nth = 0; nth < postings.size(); nth++) {
      var each = outcome instanceof BatchDecided batch ? batch.outcomes().get(nth) : outcome;
      answers.add(answer(postings.get(nth).id(), each, failure));
    }
    return answers;
  }

  private static PostingAnswer answer(UUID id, Outcome outcome, Throwable failure) {
    if (failure != null) {
      throw new LedgerUnavailable("the ledger did not answer", failure);
    }
    if (outcome instanceof Outcome.Posted posted) {
      return PostingAnswer.posted(posted.journalId(), posted.bookedAt());
    }
    var refusal = ((Outcome.Refused) outcome).refusal();
    return PostingAnswer.refused(id, refusal.code(), refusal.detail());
  }

  private static Posting toPosting(PostingOrder order) {
    return new Posting(
        order.id(),
        order.kind(),
        order.valueDate(),
        order.legs().stream().map(leg -> new Leg(leg.accountId(), leg.amount())).toList(),
        order.captures() == null ? null : new Posting.Capture(order.captures(), false),
        order.reverses(),
        order.correlationId(),
        order.metadata());
  }

  private static AccountSummary summary(Account account) {
    return new AccountSummary(
        account.id(),
        account.number(),
        account.clientId(),
        account.branch(),
        account.currency().getCurrencyCode());
  }
}
