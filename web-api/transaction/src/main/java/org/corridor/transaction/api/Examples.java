package org.corridor.transaction.api;

/** Requests as the description of the interface shows them; a test says that they are accepted. */
final class Examples {

  static final String TRANSFER =
      """
      {"sourceAccountId":"01930d2e-7c1a-7000-8000-000000000001",
       "destinationAccountId":"01930d2e-7c1a-7000-8000-000000000002",
       "amount":{"amount":"25.00","currency":"EUR"},
       "reference":"Lunch on Tuesday"}""";

  static final String TRANSFER_BY_NUMBER =
      """
      {"sourceAccountId":"01930d2e-7c1a-7000-8000-000000000001",
       "destinationAccountNumber":"1000000002",
       "amount":{"amount":"25.00","currency":"EUR"}}""";

  static final String TRANSFER_BATCH =
      """
      {"mode":"EACH",
       "transfers":[
         {"sourceAccountId":"01930d2e-7c1a-7000-8000-000000000001",
          "destinationAccountId":"01930d2e-7c1a-7000-8000-000000000002",
          "amount":{"amount":"25.00","currency":"EUR"},
          "reference":"Lunch on Tuesday"},
         {"sourceAccountId":"01930d2e-7c1a-7000-8000-000000000001",
          "destinationAccountNumber":"1000000003",
          "amount":{"amount":"12.50","currency":"EUR"}}]}""";

  static final String CASH =
      """
      {"accountId":"01930d2e-7c1a-7000-8000-000000000001",
       "amount":{"amount":"100.00","currency":"EUR"}}""";

  static final String REASON =
      """
      {"reason":"Paid to the wrong account"}""";

  static final String LIMIT =
      """
      {"perTransaction":{"amount":"10000.00","currency":"EUR"},
       "perAccountAndDay":{"amount":"20000.00","currency":"EUR"},
       "approvalAbove":{"amount":"5000.00","currency":"EUR"}}""";

  private Examples() {}
}
