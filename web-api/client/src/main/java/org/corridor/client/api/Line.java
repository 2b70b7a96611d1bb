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

/** One line of visible text. Null is left to {@code @NotNull}. */
@Documented
@Constraint(validatedBy = Line.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Line {

  /** The most characters it may have. */
  int max();

  String message() default
      "must be 1 to {max} characters, without control characters and without space around them";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain. */
  final class Validator implements ConstraintValidator<Line, String> {
    private int max;

    @Override
    public void initialize(Line line) {
      max = line.max();
    }

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return value == null || Texts.isLine(value, max);
    }
  }
}
