package org.corridor.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the container does, on the real server with the WAR as it is built. */
@ExtendWith(ArquillianExtension.class)
class NotificationInContainerIT {

  private static final long PATIENCE_MILLISECONDS = 20_000;

  @Inject @Readiness private Instance<HealthCheck> readiness;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    // its name without the version, as the configuration of the real server has it
    return ShrinkWrap.create(ZipImporter.class, "corridor-notification-api.war")
        .importFrom(new File(System.getProperty("corridor.test.archive")))
        .as(WebArchive.class)
        .addClass(NotificationInContainerIT.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  /** Soon: the subscription comes when the application has started. */
  @Test
  void isReadySoon() throws InterruptedException {
    var deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
    while (!notReady().isEmpty() && System.currentTimeMillis() < deadline) {
      Thread.sleep(100);
    }

    assertThat(readiness).isNotEmpty();
    assertThat(notReady()).isEmpty();
  }

  private List<String> notReady() {
    return readiness.stream()
        .map(HealthCheck::call)
        .filter(answer -> answer.getStatus() != HealthCheckResponse.Status.UP)
        .map(HealthCheckResponse::getName)
        .toList();
  }
}
