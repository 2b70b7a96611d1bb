package org.corridor.notification.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.corridor.notification.infrastructure.DeliveryLoops;
import org.corridor.notification.infrastructure.NotificationEventConsumer;
import org.corridor.notification.infrastructure.NotificationEventRelay;
import org.corridor.notification.infrastructure.NotificationSchema;
import org.corridor.notification.infrastructure.webhook.WebhookLoops;
import org.corridor.platform.secrets.Secrets;
import org.corridor.web.health.ContextChecks;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means that what the context needs is really reachable. */
@ApplicationScoped
public class NotificationHealth {

  private final ContextChecks checks = new ContextChecks("notification");

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @EJB private NotificationSchema schema;

  @EJB private NotificationEventRelay relay;

  @EJB private NotificationEventConsumer consumer;

  @EJB private DeliveryLoops loops;

  @EJB private WebhookLoops webhooks;

  @Inject private Secrets secrets;

  @Inject
  @ConfigProperty(name = "corridor.notification.listens", defaultValue = "true")
  private boolean listens;

  @Produces
  @Startup
  HealthCheck schemaIsMigrated() {
    return checks.schemaIsAt(schema::version);
  }

  @Produces
  @Readiness
  HealthCheck databaseAnswers() {
    return checks.databaseAnswers(dataSource);
  }

  @Produces
  @Readiness
  HealthCheck eventsGetThrough() {
    return checks.upWhile("events", relay::getsThrough);
  }

  @Produces
  @Readiness
  HealthCheck eventsAreTaken() {
    return checks.upWhile("consumer", () -> !listens || consumer.getsThrough());
  }

  @Produces
  @Readiness
  HealthCheck noticesAreSent() {
    return checks.upWhile("loops", loops::areAlive);
  }

  @Produces
  @Readiness
  HealthCheck webhooksAreSent() {
    return checks.upWhile("webhooks", webhooks::areAlive);
  }

  /** Told, and always up: a mail server that is away is no reason to send nobody to this server. */
  @Produces
  @Readiness
  HealthCheck channelsAreTold() {
    return () -> {
      var told = HealthCheckResponse.named("notification-channels").up();
      loops
          .reachable()
          .forEach(
              (channel, reachable) -> told.withData(channel.name(), reachable ? "up" : "down"));
      return told.build();
    };
  }

  /** While the keys are away, no webhook is signed; the log says why. */
  @Produces
  @Readiness
  HealthCheck secretsOpen() {
    return checks.upWhile("secrets", secrets::areWell);
  }

  @Produces
  @Readiness
  HealthCheck tokensCanBeVerified() {
    return checks.tokensCanBeVerified();
  }

  @Produces
  @Liveness
  HealthCheck processLives() {
    return checks.processLives();
  }
}
