package org.corridor.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where the servers listen, all on the loopback interface.
 *
 * @param https what a client calls: Liberty all in one, the gateway when distributed
 * @param services the first of five neighbouring ports, one for each context when distributed
 * @param rabbitmq the first of nine neighbouring ports, three for each node of RabbitMQ when
 *     distributed
 */
public record Ports(int https, int postgres, int redis, int rabbitmq, int services) {
  /** From here on the kernel hands out ports to outgoing connections. */
  private static final int EPHEMERAL = 32768;

  private static final int UNPRIVILEGED = 1024;

  static final String HTTPS = "corridor.https.port";
  static final String POSTGRES = "corridor.postgres.port";
  static final String REDIS = "corridor.redis.port";
  static final String RABBITMQ = "corridor.rabbitmq.port";
  static final String SERVICES = "corridor.services.port";
  static final String MAIL = "corridor.mail.port";

  public Ports {
    requireUsable(HTTPS, https);
    requireUsable(POSTGRES, postgres);
    requireUsable(REDIS, redis);
    requireUsable(RABBITMQ, rabbitmq);
    requireUsable(SERVICES, services);
    requireUsable(SERVICES, services + Context.values().length - 1);
  }

  public static Ports defaults() {
    return from(new Properties());
  }

  /** The ports that the properties name, the usual ones for the others. */
  public static Ports from(Properties settings) {
    return new Ports(
        port(settings, HTTPS, 9443),
        port(settings, POSTGRES, 15432),
        port(settings, REDIS, 16379),
        port(settings, RABBITMQ, 17286),
        port(settings, SERVICES, 19443));
  }

  /** Where the launcher's mail server listens, which no other server of a set needs. */
  static int mail(Properties settings) {
    int port = port(settings, MAIL, 10_025);
    requireUsable(MAIL, port);
    return port;
  }

  /** Twenty neighbouring ports, for a set of servers beside others. */
  public static Ports startingAt(int first) {
    return new Ports(first, first + 1, first + 2, first + 10, first + 3);
  }

  public int service(Context context) {
    return services + context.portOffset();
  }

  /**
   * Fails on the first port that another process listens on.
   *
   * @throws DevServicesException naming the port and the setting that moves it
   */
  void requireFree(String... settings) {
    for (String setting : settings) {
      if (setting.equals(SERVICES)) {
        for (Context context : Context.values()) {
          requireFree(setting, service(context));
        }
      } else {
        requireFree(setting, all().get(setting));
      }
    }
  }

  private Map<String, Integer> all() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put(HTTPS, https);
    ports.put(POSTGRES, postgres);
    ports.put(REDIS, redis);
    ports.put(RABBITMQ, rabbitmq);
    return ports;
  }

  private static void requireFree(String setting, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new DevServicesException(
          "Port %d is taken by another process. Free it, or choose another: -D%s=<port>"
              .formatted(port, setting),
          e);
    }
  }

  private static int port(Properties settings, String setting, int usual) {
    String value = settings.getProperty(setting);
    if (value == null || value.isBlank()) {
      return usual;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new DevServicesException("-D%s=%s is not a port number".formatted(setting, value), e);
    }
  }

  private static void requireUsable(String setting, int port) {
    if (port < UNPRIVILEGED || port >= EPHEMERAL) {
      throw new DevServicesException(
          "-D%s=%d is outside %d to %d".formatted(setting, port, UNPRIVILEGED, EPHEMERAL - 1));
    }
  }
}
