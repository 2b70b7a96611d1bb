package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Credentials;
import org.corridor.auth.domain.GrantType;

/** An API client as it is kept; its lists are separated by a space. */
@Entity(name = "ApiClient")
@Table(name = "api_client")
public class ApiClientRow {

  private static final String ACTIVE = "ACTIVE";

  @Id
  @Column(name = "client_id")
  String clientId;

  @Column(name = "version")
  long version;

  @Column(name = "name")
  String name;

  @Column(name = "secret_hash")
  String secretHash;

  @Column(name = "previous_secret_hash")
  String previousSecretHash;

  @Column(name = "previous_secret_until")
  OffsetDateTime previousSecretUntil;

  @Column(name = "jwks")
  String publicKeys;

  @Column(name = "grant_types")
  String grantTypes;

  @Column(name = "redirect_uris")
  String redirectUris;

  @Column(name = "post_logout_redirect_uris")
  String postLogoutRedirectUris;

  @Column(name = "requires_pushed_requests")
  boolean requiresPushedRequests;

  @Column(name = "requires_dpop")
  boolean requiresDpop;

  @Column(name = "requires_certificate")
  boolean requiresCertificate;

  @Column(name = "skips_consent")
  boolean skipsConsent;

  @Column(name = "scopes")
  String scopes;

  @Column(name = "status")
  String status;

  @Column(name = "created_at")
  OffsetDateTime createdAt;

  /** For the provider. */
  protected ApiClientRow() {}

  static ApiClientRow of(ApiClient client) {
    var row = new ApiClientRow();
    row.clientId = client.clientId();
    row.createdAt = client.createdAt().atOffset(ZoneOffset.UTC);
    row.take(client);
    return row;
  }

  /** All but what never changes. */
  void take(ApiClient client) {
    version = client.version();
    name = client.name();
    take(client.credentials());
    grantTypes = join(client.access().grantTypes().stream().map(GrantType::code).toList());
    redirectUris = join(client.access().redirectUris());
    scopes = join(client.access().scopes());
    take(client.access().options());
    status = client.active() ? ACTIVE : "DISABLED";
  }

  private void take(Credentials credentials) {
    var previous = credentials.previous();
    secretHash = credentials.secretHash();
    previousSecretHash = previous == null ? null : previous.secretHash();
    previousSecretUntil = previous == null ? null : previous.until().atOffset(ZoneOffset.UTC);
    publicKeys = credentials.publicKeys();
  }

  private void take(ApiClient.Options options) {
    postLogoutRedirectUris = join(options.postLogoutRedirectUris());
    requiresPushedRequests = options.requiresPushedRequests();
    requiresDpop = options.requiresDpop();
    requiresCertificate = options.requiresCertificate();
    skipsConsent = options.skipsConsent();
  }

  private Credentials credentials() {
    var previous =
        previousSecretHash == null
            ? null
            : new Credentials.Previous(previousSecretHash, previousSecretUntil.toInstant());
    return new Credentials(secretHash, previous, publicKeys);
  }

  ApiClient toClient() {
    var types = new HashSet<GrantType>();
    for (var code : split(grantTypes)) {
      types.add(GrantType.of(code));
    }
    return new ApiClient(
        clientId,
        version,
        name,
        credentials(),
        new ApiClient.Access(
            types,
            split(redirectUris),
            split(scopes),
            new ApiClient.Options(
                split(postLogoutRedirectUris),
                requiresPushedRequests,
                requiresDpop,
                requiresCertificate,
                skipsConsent)),
        ACTIVE.equals(status),
        createdAt.toInstant());
  }

  private static String join(Collection<String> items) {
    return String.join(" ", items.stream().sorted().toList());
  }

  private static Set<String> split(String items) {
    return items.isEmpty() ? Set.of() : new HashSet<>(List.of(items.split(" ", -1)));
  }
}
