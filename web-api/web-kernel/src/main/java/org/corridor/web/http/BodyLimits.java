package org.corridor.web.http;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives each operation its {@link BodyLimit}, before anybody is asked who they are. */
public final class BodyLimits implements DynamicFeature {

  private static final int FIRST = 100;

  @Override
  public void configure(ResourceInfo operation, FeatureContext context) {
    var large = operation.getResourceMethod().getAnnotation(LargeBody.class);
    context.register(new BodyLimit(large == null ? BodyLimit.MAX_BYTES : bytes(large)), FIRST);
  }

  private static int bytes(LargeBody large) {
    return large.setting().isEmpty()
        ? large.bytes()
        : ConfigProvider.getConfig()
            .getOptionalValue(large.setting(), Integer.class)
            .orElse(large.bytes());
  }
}
