package org.corridor.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.corridor.kernel.Money;

/** Money as {@code {"amount":"125.00","currency":"EUR"}}: a decimal string, never a number. */
final class MoneyModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  MoneyModule() {
    super("money");
    addSerializer(Money.class, new Writer());
    addDeserializer(Money.class, new Reader());
  }

  private static final class Writer extends JsonSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("amount", money.toDecimalString());
      json.writeStringField("currency", money.currency().getCurrencyCode());
      json.writeEndObject();
    }
  }

  private static final class Reader extends JsonDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.isExpectedStartObjectToken()) {
        throw MismatchedInputException.from(
            json, Money.class, "must be an object with amount and currency");
      }
      String amount = null;
      String currency = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        var member = json.currentName();
        json.nextToken();
        switch (member) {
          case "amount" -> amount = text(json, "amount");
          case "currency" -> currency = text(json, "currency");
          default ->
              throw UnrecognizedPropertyException.from(
                  json, Money.class, member, List.of("amount", "currency"));
        }
      }
      var unit = currency(json, currency);
      if (amount == null) {
        throw at("amount", MismatchedInputException.from(json, Money.class, "is required"));
      }
      try {
        return Money.parse(amount, unit);
      } catch (IllegalArgumentException e) {
        throw at("amount", InvalidFormatException.from(json, e.getMessage(), amount, Money.class));
      }
    }

    private static String text(JsonParser json, String member) throws IOException {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw at(member, MismatchedInputException.from(json, String.class, "must be a string"));
      }
      return json.getText();
    }

    private static Currency currency(JsonParser json, String code) throws JsonMappingException {
      if (code == null) {
        throw at("currency", MismatchedInputException.from(json, Money.class, "is required"));
      }
      try {
        var currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() >= 0) {
          return currency;
        }
      } catch (IllegalArgumentException unknown) {
        // not an ISO 4217 code: refused below, like the codes that have no minor units
      }
      throw at(
          "currency",
          InvalidFormatException.from(json, "is not an ISO 4217 currency", code, Money.class));
    }

    private static JsonMappingException at(String member, JsonMappingException problem) {
      problem.prependPath(Money.class, member);
      return problem;
    }
  }
}
