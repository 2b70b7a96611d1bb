package org.corridor.platform.events.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Opens connections to RabbitMQ, on the container's threads. */
final class RabbitConnections {

  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int ANSWER_MILLISECONDS = 10_000;
  private static final int HEARTBEAT_SECONDS = 10;

  private final RabbitSettings settings;
  private final ConnectionFactory factory = new ConnectionFactory();

  RabbitConnections(RabbitSettings settings, ExecutorService executor, ThreadFactory threads) {
    this.settings = settings;
    factory.setUsername(settings.username());
    factory.setPassword(settings.password());
    factory.setVirtualHost(settings.virtualHost());
    factory.setConnectionTimeout(CONNECT_MILLISECONDS);
    factory.setHandshakeTimeout(CONNECT_MILLISECONDS);
    factory.setChannelRpcTimeout(ANSWER_MILLISECONDS);
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    // who uses a connection opens the next: only it knows what has to be sent, or read, again
    factory.setAutomaticRecoveryEnabled(false);
    factory.setSharedExecutor(executor);
    factory.setThreadFactory(threads);
    if (settings.tls()) {
      factory.useSslProtocol(trust());
      factory.enableHostnameVerification();
    }
  }

  RabbitSettings settings() {
    return settings;
  }

  /**
   * To any node of the cluster that answers.
   *
   * @param name for those who look at the broker
   */
  Connection open(String name) throws IOException {
    var addresses = new ArrayList<>(settings.addresses());
    Collections.shuffle(addresses);
    try {
      return factory.newConnection(addresses, name);
    } catch (TimeoutException e) {
      throw new IOException("RabbitMQ does not answer", e);
    }
  }

  private static SSLContext trust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no TLS", e);
    }
  }
}
