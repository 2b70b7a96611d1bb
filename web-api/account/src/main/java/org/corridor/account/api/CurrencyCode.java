package org.corridor.account.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;

/** A currency of ISO 4217 that has minor units. Null is left to {@code @NotNull}. */
@Documented
@Constraint(validatedBy = CurrencyCode.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface CurrencyCode {

  String message() default "must be an ISO 4217 currency";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the JDK. */
  final class Validator implements ConstraintValidator<CurrencyCode, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      try {
        return Currency.getInstance(value).getDefaultFractionDigits() >= 0;
      } catch (IllegalArgumentException unknown) {
        return false;
      }
    }
  }
}
