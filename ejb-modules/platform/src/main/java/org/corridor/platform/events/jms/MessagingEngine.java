package org.corridor.platform.events.jms;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * What Open Liberty's messaging engine tells of itself by JMX. It does so only on the server that
 * carries it: on others, and on another server, nothing is known.
 */
final class MessagingEngine {

  private static final String TOPIC = "Topic,name=corridor.events";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  /**
   * Events that wait for a consumer; empty if the engine is elsewhere, or nobody has ever
   * subscribed under that name.
   *
   * @param subscription the client id and the name of the subscription
   */
  OptionalLong waitingFor(String subscription) {
    try {
      var found =
          server.invoke(
              name(TOPIC),
              "getSubscriptionByName",
              new Object[] {subscription + "##" + subscription},
              new String[] {String.class.getName()});
      return found instanceof CompositeData data
          ? OptionalLong.of(((Number) data.get("depth")).longValue())
          : OptionalLong.empty();
    } catch (JMException notThere) {
      return OptionalLong.empty();
    }
  }

  private static ObjectName name(String typeAndName) {
    try {
      return new ObjectName("WebSphere:feature=wasJmsServer,type=" + typeAndName);
    } catch (JMException e) {
      throw new IllegalArgumentException(typeAndName, e);
    }
  }
}
