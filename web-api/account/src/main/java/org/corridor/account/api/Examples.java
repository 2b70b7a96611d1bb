package org.corridor.account.api;

/** Requests as the description of the interface shows them; a test says that they are accepted. */
final class Examples {

  static final String PRODUCT =
      """
      {
        "code": "CURRENT-EUR",
        "name": "Current account",
        "kind": "CURRENT",
        "currency": "EUR",
        "overdraftLimit": {"amount": "500.00", "currency": "EUR"},
        "interest": {
          "creditRate": "0.5",
          "debitRate": "9.75",
          "dayCount": "ACT/365F",
          "capitalisation": "MONTHLY"
        },
        "dormantAfterDays": 365
      }""";

  static final String ACCOUNT =
      """
      {"clientId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f60", "product": "CURRENT-EUR"}""";

  static final String INTERNAL_ACCOUNT =
      """
      {"purpose": "CASH", "branch": "BER", "currency": "EUR"}""";

  static final String FREEZE =
      """
      {"reason": "COMPLIANCE"}""";

  static final String HOLD =
      """
      {
        "amount": {"amount": "60.00", "currency": "EUR"},
        "expiresAt": "2026-11-03T12:00:00Z"
      }""";

  static final String JOURNAL_BATCH =
      """
      {
        "mode": "ALL_OR_NOTHING",
        "postings": [
          {
            "id": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f71",
            "kind": "TRANSFER",
            "legs": [
              {
                "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f61",
                "amount": {"amount": "-125.00", "currency": "EUR"}
              },
              {
                "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f62",
                "amount": {"amount": "125.00", "currency": "EUR"}
              }
            ]
          },
          {
            "id": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f72",
            "kind": "TRANSFER",
            "legs": [
              {
                "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f62",
                "amount": {"amount": "-25.00", "currency": "EUR"}
              },
              {
                "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f63",
                "amount": {"amount": "25.00", "currency": "EUR"}
              }
            ]
          }
        ]
      }""";

  static final String TRANSFER =
      """
      {
        "kind": "TRANSFER",
        "legs": [
          {
            "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f61",
            "amount": {"amount": "-125.00", "currency": "EUR"}
          },
          {
            "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f62",
            "amount": {"amount": "125.00", "currency": "EUR"}
          }
        ],
        "metadata": {"reference": "rent"}
      }""";

  static final String REVERSAL =
      """
      {
        "kind": "REVERSAL",
        "legs": [
          {
            "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f61",
            "amount": {"amount": "125.00", "currency": "EUR"}
          },
          {
            "accountId": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f62",
            "amount": {"amount": "-125.00", "currency": "EUR"}
          }
        ],
        "reverses": "0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f63"
      }""";

  static final String DRY_REBUILD =
      """
      {"correct": false}""";

  static final String REBUILD =
      """
      {"correct": true, "reason": "restored from a backup of yesterday"}""";

  static final String END_OF_DAY =
      """
      {"businessDate": "2026-10-31"}""";

  private Examples() {}
}
