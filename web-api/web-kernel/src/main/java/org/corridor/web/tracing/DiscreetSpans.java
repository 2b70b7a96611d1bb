package org.corridor.web.tracing;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Puts {@link DiscreetExporter} before the exporter that the settings name. The server finds it by
 * {@code META-INF/services} when tracing is switched on.
 */
public final class DiscreetSpans implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer tracing) {
    tracing.addSpanExporterCustomizer((exporter, settings) -> new DiscreetExporter(exporter));
  }
}
