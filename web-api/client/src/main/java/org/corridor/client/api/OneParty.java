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

/** Exactly one of {@code individual} and {@code business} is there. */
@Documented
@Constraint(validatedBy = OneParty.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OneParty {

  String message() default "must have either individual or business";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Points to the member that is missing or too much. */
  final class Validator implements ConstraintValidator<OneParty, ProfileForm> {
    @Override
    public boolean isValid(ProfileForm form, ConstraintValidatorContext context) {
      if ((form.individual() == null) != (form.business() == null)) {
        return true;
      }
      var detail =
          form.business() == null
              ? "is required, unless there is business"
              : "must not be there together with individual";
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(detail)
          .addPropertyNode(form.business() == null ? "individual" : "business")
          .addConstraintViolation();
      return false;
    }
  }
}
