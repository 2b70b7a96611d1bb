package org.corridor.notification.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Quiet hours do not end when they begin. */
@Documented
@Constraint(validatedBy = NotTheSame.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface NotTheSame {

  String message() default "must not be the same as from";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Points to the end. */
  final class Validator implements ConstraintValidator<NotTheSame, QuietHoursView> {
    @Override
    public boolean isValid(QuietHoursView hours, ConstraintValidatorContext context) {
      if (hours.from() == null || !hours.from().equals(hours.to())) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
          .addPropertyNode("to")
          .addConstraintViolation();
      return false;
    }
  }
}
