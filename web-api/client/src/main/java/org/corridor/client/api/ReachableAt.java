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
import org.corridor.client.domain.ContactPoint;

/** The value of a contact point is what its kind says. */
@Documented
@Constraint(validatedBy = ReachableAt.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ReachableAt {

  String message() default "must be an e-mail address, or a phone number such as +493012345678";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain, and points to the value. */
  final class Validator implements ConstraintValidator<ReachableAt, ContactPointView> {
    @Override
    public boolean isValid(ContactPointView point, ConstraintValidatorContext context) {
      if (point.kind() == null
          || point.value() == null
          || ContactPoint.isValid(point.kind(), point.value())) {
        return true;
      }
      var detail =
          point.kind() == ContactPoint.Kind.EMAIL
              ? "must be an e-mail address such as anna@example.com"
              : "must be a phone number in the form of E.164 such as +493012345678";
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(detail)
          .addPropertyNode("value")
          .addConstraintViolation();
      return false;
    }
  }
}
