package org.corridor.transaction.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.corridor.transaction.domain.Movement;

/** What a payer says of a payment. May be absent. */
@Documented
@Constraint(validatedBy = ReferenceText.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface ReferenceText {

  String message() default "must be 1 to 140 characters, not blank, without control characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain. */
  final class Validator implements ConstraintValidator<ReferenceText, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return Movement.isReference(value);
    }
  }
}
