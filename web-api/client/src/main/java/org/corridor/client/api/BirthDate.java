package org.corridor.client.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.corridor.client.domain.Party;

/** A day on which somebody who lives may have been born. Null is left to {@code @NotNull}. */
@Documented
@Constraint(validatedBy = BirthDate.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface BirthDate {

  String message() default "must be a day from 1900-01-01 until today";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain, and the clock of the validation. */
  final class Validator implements ConstraintValidator<BirthDate, LocalDate> {
    @Override
    public boolean isValid(LocalDate value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      var now = context.getClockProvider().getClock().instant();
      return !value.isBefore(Party.Individual.EARLIEST_BIRTH)
          && !value.isAfter(now.atZone(ZoneOffset.UTC).toLocalDate());
    }
  }
}
