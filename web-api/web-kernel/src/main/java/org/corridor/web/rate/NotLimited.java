package org.corridor.web.rate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that is open to all and that services ask for by themselves, all the time and maybe
 * from one address: it must cost hardly more than the refusal would.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotLimited {}
