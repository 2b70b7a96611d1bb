package org.corridor.dev;

/** There is no RabbitMQ here, so the distributed topology cannot be put together. */
public final class BrokerMissing extends DevServicesException {
  private static final long serialVersionUID = 1L;

  BrokerMissing() {
    super("No RabbitMQ on this machine. Install it (Debian: apt-get install rabbitmq-server).");
  }
}
