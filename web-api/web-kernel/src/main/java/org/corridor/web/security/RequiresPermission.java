package org.corridor.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that an operation needs, as a code {@code resource:action}. An operation that has
 * neither this nor {@link AnyCaller} nor {@link jakarta.annotation.security.PermitAll} is refused
 * to everybody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {
  String value();
}
