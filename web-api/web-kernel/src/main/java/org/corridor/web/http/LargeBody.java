package org.corridor.web.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that takes thousands of something in one request, and so a larger body. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargeBody {

  /** Four mebibytes; the gateway lets as much pass on the paths that need it. */
  int MAX_BYTES = 4_194_304;

  /** How many it has at most, unless the setting says otherwise. */
  int bytes() default MAX_BYTES;

  /** The name of the setting that says so; empty if there is none. */
  String setting() default "";
}
