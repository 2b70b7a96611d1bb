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
import org.corridor.client.domain.Codes;

/** The code of a branch. Null is left to {@code @NotNull}. */
@Documented
@Constraint(validatedBy = BranchCode.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface BranchCode {

  String message() default "must be a branch code of 2 to 10 capital letters and digits";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain. */
  final class Validator implements ConstraintValidator<BranchCode, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return value == null || Codes.isBranch(value);
    }
  }
}
