package org.corridor.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Knows which of the ways events go. */
@ApplicationScoped
public class EventTransports {

  public static final String SETTING = "corridor.events.transport";

  private final Instance<EventTransport> transports;
  private final Config config;

  /** For the container's proxy. */
  protected EventTransports() {
    this(null, null);
  }

  @Inject
  public EventTransports(@Any Instance<EventTransport> transports, Config config) {
    this.transports = transports;
    this.config = config;
  }

  /**
   * @throws IllegalStateException if the setting names none
   */
  public EventTransport chosen() {
    return transports.stream()
        .filter(transport -> isChosen(transport.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(SETTING + " cannot be " + setting()));
  }

  public boolean isChosen(String name) {
    return setting().equals(name);
  }

  private String setting() {
    return config.getOptionalValue(SETTING, String.class).orElse("jms");
  }
}
