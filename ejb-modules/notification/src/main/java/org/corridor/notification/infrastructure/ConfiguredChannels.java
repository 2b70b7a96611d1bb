package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.corridor.notification.application.Channels;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.infrastructure.mail.SmtpGateway;
import org.corridor.notification.infrastructure.push.WebPushGateway;
import org.corridor.notification.infrastructure.sms.SmppGateway;

/** The app, and each gateway that something is configured for. */
@ApplicationScoped
public class ConfiguredChannels implements Channels {

  private final Map<Channel, Gateway> gateways = new EnumMap<>(Channel.class);

  @Inject
  public ConfiguredChannels(SmtpGateway mail, SmppGateway sms, WebPushGateway push) {
    this(List.of(mail, sms, push));
  }

  ConfiguredChannels(List<Gateway> known) {
    known.stream()
        .filter(Gateway::isOffered)
        .forEach(gateway -> gateways.put(gateway.channel(), gateway));
  }

  /** For the container's proxy. */
  protected ConfiguredChannels() {}

  @Override
  public Set<Channel> offered() {
    var offered = EnumSet.of(Channel.IN_APP);
    offered.addAll(gateways.keySet());
    return offered;
  }

  @Override
  public Optional<Gateway> gateway(Channel channel) {
    return Optional.ofNullable(gateways.get(channel));
  }
}
