package org.corridor.notification.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * What an event tells that a message may need; no name, no reference, no balance. Whatever does not
 * apply is null.
 *
 * @param accountId the recipient's own account
 * @param accountEnding the last four characters of its number; null until the account was asked for
 * @param amount shown only where the recipient's preferences allow; of several the total
 * @param transactionId for links and for support, never in the words of a message
 * @param count how often
 * @param validUntil the last day
 * @param linkId of a link that auth tells at the moment of sending; what is secret of it is never
 *     kept here
 */
public record Facts(
    UUID accountId,
    String accountEnding,
    Money amount,
    UUID transactionId,
    Integer count,
    LocalDate validUntil,
    UUID linkId) {

  private static final int ENDING = 4;

  public static Facts none() {
    return new Facts(null, null, null, null, null, null, null);
  }

  public static Facts ofAccount(UUID accountId) {
    return new Facts(accountId, null, null, null, null, null, null);
  }

  public static Facts ofPayment(UUID transactionId, UUID accountId, Money amount) {
    return new Facts(accountId, null, amount, transactionId, null, null, null);
  }

  public static Facts ofSummary(UUID accountId, Money total, int count) {
    return new Facts(accountId, null, total, null, count, null, null);
  }

  public static Facts ofCount(int count) {
    return new Facts(null, null, null, null, count, null, null);
  }

  public static Facts validUntil(LocalDate day) {
    return new Facts(null, null, null, null, null, day, null);
  }

  public static Facts ofLink(UUID linkId) {
    return new Facts(null, null, null, null, null, null, linkId);
  }

  /** Of the account's number only the ending is kept. */
  public Facts withAccountNumber(String number) {
    var ending = number.substring(Math.max(0, number.length() - ENDING));
    return new Facts(accountId, ending, amount, transactionId, count, validUntil, linkId);
  }

  Facts withoutAmount() {
    return new Facts(accountId, accountEnding, null, transactionId, count, validUntil, linkId);
  }
}
