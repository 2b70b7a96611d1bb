package org.corridor.account.application;

import java.util.List;
import org.corridor.account.domain.Account;
import org.corridor.kernel.Money;

/**
 * What happened on an account in some days.
 *
 * @param opening booked right before the first day
 * @param closing booked at the end of the last day, or now if that is yet to come
 */
public record Statement(Account account, Money opening, Money closing, List<StatementLine> lines) {

  public Statement {
    lines = List.copyOf(lines);
  }
}
