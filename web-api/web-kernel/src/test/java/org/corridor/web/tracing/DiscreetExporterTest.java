package org.corridor.web.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DiscreetExporterTest {

  private final List<SpanData> exported = new ArrayList<>();

  @Test
  void theQueryIsCutOff() {
    assertThat(exported("http.target", "/v1/clients?name=Anna").toString())
        .isEqualTo("{http.target=\"/v1/clients\"}");
    assertThat(exported("http.url", "https://a/v1/accounts?number=1#x").toString())
        .isEqualTo("{http.url=\"https://a/v1/accounts\"}");
    assertThat(exported("http.target", "/v1/clients").toString())
        .isEqualTo("{http.target=\"/v1/clients\"}");
  }

  @Test
  void theCallersAddressIsLeftOut() {
    assertThat(exported("http.client_ip", "192.0.2.1").isEmpty()).isTrue();
  }

  @Test
  void theTextOfAnExceptionIsLeftOut() {
    try (var tracing = tracing()) {
      tracing
          .get("test")
          .spanBuilder("post")
          .startSpan()
          .recordException(new IllegalStateException("Key (name)=(Anna) exists"))
          .end();
    }

    assertThat(exported.get(0).getEvents()).isEmpty();
    assertThat(exported.get(0).getTotalRecordedEvents()).isZero();
  }

  @Test
  void allElseIsKept() {
    try (var tracing = tracing()) {
      tracing
          .get("test")
          .spanBuilder("get")
          .setAttribute("http.route", "/v1/clients/{id}")
          .setAttribute("http.status_code", 200L)
          .startSpan()
          .end();
    }

    var span = exported.get(0);
    assertThat(span.getName()).isEqualTo("get");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("http.route")))
        .isEqualTo("/v1/clients/{id}");
    assertThat(span.getAttributes().get(AttributeKey.longKey("http.status_code"))).isEqualTo(200L);
  }

  @Test
  void theServerFindsIt() {
    assertThat(ServiceLoader.load(AutoConfigurationCustomizerProvider.class))
        .hasAtLeastOneElementOfType(DiscreetSpans.class);
  }

  private Attributes exported(String name, String value) {
    try (var tracing = tracing()) {
      tracing.get("test").spanBuilder("get").setAttribute(name, value).startSpan().end();
    }
    return exported.get(0).getAttributes();
  }

  private SdkTracerProvider tracing() {
    exported.clear();
    return SdkTracerProvider.builder()
        .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetExporter(new Kept())))
        .build();
  }

  private final class Kept implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      exported.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
