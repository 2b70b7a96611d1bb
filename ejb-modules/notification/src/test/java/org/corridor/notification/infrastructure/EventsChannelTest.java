package org.corridor.notification.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.corridor.notification.infrastructure.events.AccountNotices;
import org.corridor.notification.infrastructure.events.IdentityNotices;
import org.corridor.notification.infrastructure.events.PaymentNotices;
import org.corridor.notification.infrastructure.events.SecurityNotices;
import org.corridor.platform.events.EventHandler;
import org.junit.jupiter.api.Test;

/** The queue brings the events that somebody is told of, and no others. */
class EventsChannelTest {

  private final Set<String> handled =
      Stream.<EventHandler>of(
              new PaymentNotices(null),
              new AccountNotices(null),
              new IdentityNotices(null),
              new SecurityNotices(null, null))
          .flatMap(handler -> handler.types().stream())
          .collect(Collectors.toSet());

  @Test
  void theQueueIsBoundToTheTypesThatAreHandled() throws IOException {
    var settings = new Properties();
    // other modules have a file of that name too
    var file = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    try (var in = Files.newBufferedReader(file)) {
      settings.load(in);
    }

    var bound = settings.getProperty("mp.messaging.incoming.notification-events.types");

    assertThat(Set.of(bound.split(",", -1))).isEqualTo(handled);
  }
}
