package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.MessageDriven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Both ways bring the events that something is done about, and no others. */
class EventsChannelTest {

  private final Set<String> handled = new JournalPostedHandler(null).types();

  @Test
  void theQueueIsBoundToTheTypesThatAreHandled() throws IOException {
    var settings = new Properties();
    // other modules have a file of that name too
    var file = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    try (var in = Files.newBufferedReader(file)) {
      settings.load(in);
    }

    var bound = settings.getProperty("mp.messaging.incoming.transaction-events.types");

    assertThat(Set.of(bound.split(",", -1))).isEqualTo(handled);
  }

  @Test
  void theSubscriptionSelectsTheTypesThatAreHandled() {
    var selector =
        Arrays.stream(EventsListener.class.getAnnotation(MessageDriven.class).activationConfig())
            .filter(property -> property.propertyName().equals("messageSelector"))
            .findFirst()
            .orElseThrow()
            .propertyValue();

    assertThat(handled).allSatisfy(type -> assertThat(selector).contains("'%," + type + ",%'"));
  }
}
