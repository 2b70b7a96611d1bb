package org.corridor.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.File;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the container does, on the real server with the WAR as it is built. */
@ExtendWith(ArquillianExtension.class)
class NotificationInContainerIT {

  @Inject @Readiness private Instance<HealthCheck> readiness;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("corridor.test.archive")))
        .addClass(NotificationInContainerIT.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  @Test
  void isReady() {
    assertThat(readiness)
        .isNotEmpty()
        .extracting(HealthCheck::call)
        .extracting(HealthCheckResponse::getStatus)
        .containsOnly(HealthCheckResponse.Status.UP);
  }
}
