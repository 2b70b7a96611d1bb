package org.corridor.transaction.api;

/** Payments as the description of the interface shows them; a test says that they are accepted. */
final class PaymentExamples {

  static final String SEPA =
      """
      {"debtorAccountId":"01930d2e-7c1a-7000-8000-000000000001",
       "amount":{"amount":"120.00","currency":"EUR"},
       "creditor":{"name":"Stadtwerke Musterstadt","iban":"DE89370400440532013000",
         "address":{"town":"Köln","country":"DE"}},
       "remittance":"Invoice 2026-118",
       "rail":"SEPA"}""";

  static final String SWIFT =
      """
      {"debtorAccountId":"01930d2e-7c1a-7000-8000-000000000001",
       "amount":{"amount":"250.00","currency":"USD"},
       "creditor":{"name":"Jane Roe","otherAccount":"000123456789","bic":"CHASUS33",
         "address":{"street":"Madison Avenue","buildingNumber":"270","postCode":"10017",
           "town":"New York","country":"US"}},
       "rail":"SWIFT"}""";

  private PaymentExamples() {}
}
