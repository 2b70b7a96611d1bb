package org.corridor.web.http;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.annotation.ElementType;

/** The validator of bodies: no lazy entity is among them, so it need not ask JPA before each. */
final class BodyValidator {

  private BodyValidator() {}

  static Validator create() {
    return Validation.byDefaultProvider()
        .configure()
        .traversableResolver(new AllOfIt())
        .buildValidatorFactory()
        .getValidator();
  }

  private static final class AllOfIt implements TraversableResolver {
    @Override
    public boolean isReachable(
        Object object,
        Path.Node property,
        Class<?> rootBeanType,
        Path pathToObject,
        ElementType elementType) {
      return true;
    }

    @Override
    public boolean isCascadable(
        Object object,
        Path.Node property,
        Class<?> rootBeanType,
        Path pathToObject,
        ElementType elementType) {
      return true;
    }
  }
}
