package org.corridor.notification.infrastructure.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.corridor.notification.application.webhook.AddressGuard;
import org.corridor.notification.domain.webhook.PublicAddresses;

/**
 * Only HTTPS, and only to public addresses: whoever registers an endpoint has this server call it,
 * which must not be a way to what is around the server. All addresses of a name must be public, and
 * a call goes to one of those that were looked at: asking for the name again could bring another.
 */
@ApplicationScoped
public class ResolvingGuard implements AddressGuard {

  private static final int MOST_CHARACTERS = 2_000;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;

  private final WebhookSettings settings;
  private final Resolver resolver;

  @Inject
  public ResolvingGuard(WebhookSettings settings) {
    this(settings, host -> List.of(InetAddress.getAllByName(host)));
  }

  ResolvingGuard(WebhookSettings settings, Resolver resolver) {
    this.settings = settings;
    this.resolver = resolver;
  }

  /** For the container's proxy. */
  protected ResolvingGuard() {
    this(null, null);
  }

  /** It must not be called. */
  static final class Forbidden extends Exception {

    private static final long serialVersionUID = 1L;

    Forbidden(String detail) {
      super(detail);
    }
  }

  @Override
  public Verdict check(String url) {
    var malformed = malformed(url);
    if (malformed.isPresent()) {
      return new Verdict.Malformed(malformed.get());
    }
    try {
      addresses(URI.create(url));
      return new Verdict.Allowed();
    } catch (Forbidden e) {
      return new Verdict.Refused(e.getMessage());
    } catch (UnknownHostException e) {
      return new Verdict.Refused("The host of the URL has no address.");
    }
  }

  /** Where a call may go now; never empty. */
  List<InetAddress> addresses(URI url) throws Forbidden, UnknownHostException {
    var host = url.getHost();
    var found = resolver.addresses(bare(host));
    if (found.isEmpty()) {
      throw new UnknownHostException(host);
    }
    if (!settings.isAllowed(host)) {
      for (var address : found) {
        if (!PublicAddresses.contain(address.getAddress())) {
          throw new Forbidden("The host of the URL leads to an address that is not public.");
        }
      }
    }
    return found;
  }

  static int port(URI url) {
    return url.getPort() < 0 ? HTTPS : url.getPort();
  }

  /** An IPv6 address without its brackets. */
  static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static Optional<String> malformed(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.of("must not be longer than " + MOST_CHARACTERS + " characters");
    }
    if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.of("must be of visible ASCII characters");
    }
    try {
      return malformed(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.of("must be a URL");
    }
  }

  private static Optional<String> malformed(URI url) {
    if (!"https".equals(url.getScheme())) {
      return Optional.of("must begin with https://");
    }
    if (url.getHost() == null || url.getPort() == 0 || url.getPort() > LAST_PORT) {
      return Optional.of("must have a host, and a port that there is if it names one");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return Optional.of("must have neither a user nor a fragment");
    }
    return Optional.empty();
  }
}
