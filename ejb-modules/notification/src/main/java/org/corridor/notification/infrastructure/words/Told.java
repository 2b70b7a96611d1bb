package org.corridor.notification.infrastructure.words;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.corridor.kernel.Money;
import org.corridor.notification.application.Wording.Telling;

/** The facts as they stand in a sentence: written as the recipient's language and clock have it. */
final class Told {

  private Told() {}

  /** Only what there is: a template that asks for more is wrong. */
  static Map<String, Object> of(Telling telling) {
    var facts = telling.facts();
    var locale = telling.language().locale();
    var told = new HashMap<String, Object>();
    var moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(telling.zone());
    told.put("time", moment.format(telling.occurredAt()));
    var link = telling.link();
    put(told, "link", link == null ? null : link.address());
    put(told, "linkValidUntil", link == null ? null : moment.format(link.validUntil()));
    put(told, "account", facts.accountEnding());
    put(told, "amount", facts.amount() == null ? null : amount(facts.amount(), locale));
    put(
        told,
        "count",
        facts.count() == null ? null : NumberFormat.getInstance(locale).format(facts.count()));
    put(
        told,
        "validUntil",
        facts.validUntil() == null
            ? null
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(facts.validUntil()));
    return told;
  }

  private static void put(Map<String, Object> told, String name, String value) {
    if (value != null) {
      told.put(name, value);
    }
  }

  private static String amount(Money money, Locale locale) {
    var digits = money.currency().getDefaultFractionDigits();
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(BigDecimal.valueOf(money.minorUnits(), digits));
  }
}
