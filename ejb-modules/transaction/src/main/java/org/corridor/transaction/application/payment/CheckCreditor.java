package org.corridor.transaction.application.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.Rail;
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.iban4j.UnsupportedCountryException;

/** Whether a creditor can be paid on a rail, as far as that can be told from what is written. */
final class CheckCreditor {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private CheckCreditor() {}

  static Optional<Refused> refusal(PaymentOrder order) {
    var creditor = order.creditor();
    return country(creditor)
        .or(() -> iban(creditor))
        .or(() -> bic(creditor))
        .or(() -> order.rail() == Rail.SEPA ? sepa(order) : swift(creditor));
  }

  private static Optional<Refused> country(Creditor creditor) {
    return COUNTRIES.contains(creditor.address().country())
        ? Optional.empty()
        : refused(
            "unknown-country",
            "There is no country " + creditor.address().country() + " (ISO 3166-1).",
            "/creditor/address/country");
  }

  private static Optional<Refused> iban(Creditor creditor) {
    if (creditor.iban() == null) {
      return Optional.empty();
    }
    try {
      IbanUtil.validate(creditor.iban());
      return Optional.empty();
    } catch (Iban4jException e) {
      return refused(
          "iban-invalid", "The IBAN has a wrong length, form or check digit.", "/creditor/iban");
    }
  }

  private static Optional<Refused> bic(Creditor creditor) {
    if (creditor.bic() == null) {
      return Optional.empty();
    }
    try {
      BicUtil.validate(creditor.bic());
    } catch (BicFormatException | UnsupportedCountryException e) {
      return refused("bic-invalid", "The BIC does not follow ISO 9362.", "/creditor/bic");
    }
    var sameCountry =
        creditor.iban() == null || creditor.bic().startsWith(creditor.iban().substring(0, 2), 4);
    return sameCountry
        ? Optional.empty()
        : refused(
            "bic-does-not-fit",
            "The BIC names a bank of another country than the IBAN.",
            "/creditor/bic");
  }

  private static Optional<Refused> sepa(PaymentOrder order) {
    if (!order.amount().currency().getCurrencyCode().equals("EUR")) {
      return refused("rail-not-available", "SEPA pays in EUR alone.", "/amount/currency");
    }
    return order.creditor().iban() != null
        ? Optional.empty()
        : refused("iban-required", "SEPA pays to an IBAN.", "/creditor/iban");
  }

  private static Optional<Refused> swift(Creditor creditor) {
    return creditor.bic() != null
        ? Optional.empty()
        : refused("bic-required", "SWIFT needs the BIC of the creditor's bank.", "/creditor/bic");
  }

  private static Optional<Refused> refused(String code, String detail, String pointer) {
    return Optional.of(new Refused(code, detail, pointer));
  }
}
