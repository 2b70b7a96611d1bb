package org.corridor.web.http;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Gives each operation its {@link BodyLimit}, before anybody is asked who they are. */
public final class BodyLimits implements DynamicFeature {

  private static final int FIRST = 100;

  @Override
  public void configure(ResourceInfo operation, FeatureContext context) {
    var isLarge = operation.getResourceMethod().isAnnotationPresent(LargeBody.class);
    context.register(new BodyLimit(isLarge ? LargeBody.MAX_BYTES : BodyLimit.MAX_BYTES), FIRST);
  }
}
