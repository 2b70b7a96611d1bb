package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.corridor.auth.application.AuthCounts;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts by MicroProfile Metrics. */
@ApplicationScoped
public class MetricAuthCounts implements AuthCounts {

  private final MetricRegistry metrics;

  @Inject
  public MetricAuthCounts(MetricRegistry metrics) {
    this.metrics = metrics;
  }

  /** For the container's proxy. */
  protected MetricAuthCounts() {
    this(null);
  }

  @Override
  public void tokenIssued(GrantType grant) {
    metrics.counter("corridor_auth_tokens_issued", new Tag("grant", grant.code())).inc();
  }

  @Override
  public void tokenRefused(String error) {
    metrics.counter("corridor_auth_tokens_refused", new Tag("error", error)).inc();
  }

  @Override
  public void signIn(String outcome) {
    metrics.counter("corridor_auth_sign_ins", new Tag("outcome", outcome)).inc();
  }

  @Override
  public void familyRevoked(TokenFamilyRevoked.Reason reason) {
    var tag = new Tag("reason", reason.name().toLowerCase(Locale.ROOT));
    metrics.counter("corridor_auth_families_revoked", tag).inc();
  }
}
