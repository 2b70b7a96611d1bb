package org.corridor.dev.benchmark;

import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedFrame;

/**
 * Which part of the work a stack belongs to: the innermost frame of a known package says it, so
 * that the JDK's collections count for whoever uses them.
 */
enum Stage {
  TLS("sun.security.ssl.", "com.ibm.ws.channel.ssl.", "com.sun.crypto.", "javax.crypto."),
  JWT(
      "org.jose4j.",
      "com.ibm.ws.security.",
      "com.nimbusds.",
      "io.openliberty.security.",
      "org.corridor.web.security.",
      "sun.security.rsa.",
      "sun.security.ec."),
  JSON("com.fasterxml.jackson.", "org.eclipse.parsson.", "org.eclipse.yasson."),
  SQL("org.postgresql."),
  PERSISTENCE("org.eclipse.persistence."),
  POOL_AND_TRANSACTIONS(
      "com.ibm.ws.rsadapter.",
      "com.ibm.ejs.j2c.",
      "com.ibm.ws.jca.",
      "com.ibm.tx.",
      "com.ibm.ws.tx."),
  MESSAGING("com.ibm.ws.sib.", "com.ibm.ws.msg.", "com.ibm.msg.", "com.ibm.ws.messaging."),
  METRICS("io.smallrye.metrics.", "io.micrometer.", "io.openliberty.microprofile.metrics."),
  TRACING("io.opentelemetry.", "io.openliberty.microprofile.telemetry."),
  VALIDATION("org.hibernate.validator.", "jakarta.validation."),
  REST("org.jboss.resteasy.", "io.openliberty.restfulWS.", "io.openliberty.org.jboss.resteasy."),
  CDI_AND_EJB(
      "org.jboss.weld.",
      "com.ibm.ws.cdi.",
      "com.ibm.ejs.container.",
      "com.ibm.ws.ejbcontainer.",
      "io.smallrye.faulttolerance.",
      "com.ibm.ws.microprofile.faulttolerance."),
  LEDGER("org.corridor.account."),
  TRANSACTION("org.corridor.transaction."),
  REDIS("org.redisson.", "io.netty."),
  LOGGING("com.ibm.ws.logging.", "java.util.logging.", "com.ibm.ws.http.logging."),
  HTTP(
      "com.ibm.ws.http.",
      "com.ibm.ws.webcontainer.",
      "com.ibm.ws.webcontainer40.",
      "com.ibm.ws.tcpchannel.",
      "com.ibm.ws.channelfw.",
      "com.ibm.ws.bytebuffer.",
      "com.ibm.wsspi."),
  CORRIDOR("org.corridor."),
  LIBERTY("com.ibm.", "io.openliberty."),
  OTHER();

  private static final String SEPARATOR = " ";

  /** One text, because an enum must not hold what could be changed. */
  private final String prefixes;

  Stage(String... packages) {
    this.prefixes = String.join(SEPARATOR, packages);
  }

  private boolean owns(String type) {
    return !prefixes.isEmpty()
        && Stream.of(prefixes.split(SEPARATOR, -1)).anyMatch(type::startsWith);
  }

  static String of(List<RecordedFrame> frames) {
    for (var frame : frames) {
      if (frame.isJavaFrame()) {
        var type = frame.getMethod().getType().getName();
        for (var stage : values()) {
          if (stage.owns(type)) {
            return stage.name();
          }
        }
      }
    }
    return OTHER.name();
  }
}
