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
import org.corridor.client.domain.Texts;

/** A name of a person or business. Null is left to {@code @NotNull}. */
@Documented
@Constraint(validatedBy = Name.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Name {

  String message() default
      "must be a name of 1 to 140 characters, without control characters and without space around"
          + " them";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain. */
  final class Validator implements ConstraintValidator<Name, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return value == null || Texts.isName(value);
    }
  }
}
