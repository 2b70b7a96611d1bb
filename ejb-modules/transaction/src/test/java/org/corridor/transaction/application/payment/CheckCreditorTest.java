package org.corridor.transaction.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.PostalAddress;
import org.corridor.transaction.domain.payment.Rail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a rail can pay. */
class CheckCreditorTest {

  @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "SEPA, EUR, DE89370400440532013000, -, -, DE, -",
        "SEPA, EUR, DE89370400440532013000, -, COBADEFFXXX, DE, -",
        "SWIFT, USD, -, 000123456789, CHASUS33, US, -",
        "SWIFT, EUR, DE89370400440532013000, -, COBADEFF, DE, -",
        "SEPA, EUR, DE89370400440532013001, -, -, DE, iban-invalid",
        "SEPA, EUR, DE8937040044053201300, -, -, DE, iban-invalid",
        "SEPA, EUR, XX89370400440532013000, -, -, DE, iban-invalid",
        "SEPA, EUR, DE89370400440532013000, -, COBAZZFF, DE, bic-invalid",
        "SEPA, EUR, DE89370400440532013000, -, CHASUS33, DE, bic-does-not-fit",
        "SEPA, EUR, DE89370400440532013000, -, -, ZZ, unknown-country",
        "SEPA, USD, DE89370400440532013000, -, -, DE, rail-not-available",
        "SEPA, EUR, -, 123, -, DE, iban-required",
        "SWIFT, USD, -, 123, -, US, bic-required"
      })
  void saysWhatIsWrong(
      Rail rail,
      String currency,
      String iban,
      String other,
      String bic,
      String country,
      String code) {
    var address = new PostalAddress(null, null, null, "Town", country);
    var creditor = new Creditor("Name", iban, other, bic, address);

    var refusal =
        CheckCreditor.refusal(
            new PaymentOrder(UUID.randomUUID(), Money.of(1, currency), creditor, null, rail));

    assertThat(refusal.map(Refused::code).orElse(null)).isEqualTo(code);
  }
}
