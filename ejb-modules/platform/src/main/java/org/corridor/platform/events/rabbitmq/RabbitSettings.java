package org.corridor.platform.events.rabbitmq;

import com.rabbitmq.client.Address;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Where RabbitMQ is and who one is there: {@code corridor.rabbitmq.*}, docs/reference/settings.md.
 *
 * @param addresses of the nodes of one cluster
 * @param tls whether to speak TLS, and whom to trust then as the JDK is told
 * @param prefetch events that may be on their way to a consumer at once; also how many it takes in
 *     one transaction at most
 */
record RabbitSettings(
    List<Address> addresses,
    String username,
    String password,
    String virtualHost,
    boolean tls,
    int prefetch) {

  private static final String PREFIX = "corridor.rabbitmq.";
  private static final int PREFETCH = 500;

  static RabbitSettings of(Config config) {
    return new RabbitSettings(
        List.of(Address.parseAddresses(config.getValue(PREFIX + "addresses", String.class))),
        config.getValue(PREFIX + "username", String.class),
        config.getValue(PREFIX + "password", String.class),
        config.getOptionalValue(PREFIX + "virtual-host", String.class).orElse("/"),
        config.getOptionalValue(PREFIX + "tls", Boolean.class).orElse(true),
        config.getOptionalValue(PREFIX + "prefetch", Integer.class).orElse(PREFETCH));
  }
}
