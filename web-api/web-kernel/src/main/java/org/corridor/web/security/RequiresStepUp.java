package org.corridor.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is one of those that a stolen session must not be enough for: a person must have
 * signed in lately, or with two factors, if {@link StepUp} is set to ask for that.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresStepUp {}
