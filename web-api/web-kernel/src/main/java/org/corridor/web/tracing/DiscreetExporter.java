package org.corridor.web.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Takes from spans what could tell of a person, as logs do without it too: the query of an address
 * may have a name or a code in it, the text of an exception what was in a row, and an IP address is
 * somebody's. The log line with the same trace id tells what went wrong.
 */
final class DiscreetExporter implements SpanExporter {

  /** By the names of OpenTelemetry's semantic conventions up to 1.20, and from 1.23 on. */
  private static final Set<String> WITHOUT_QUERY = Set.of("http.target", "http.url", "url.full");

  private static final Set<String> LEFT_OUT =
      Set.of("http.client_ip", "client.address", "net.sock.peer.addr", "url.query");

  private final SpanExporter exporter;

  DiscreetExporter(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    List<SpanData> discreet = spans.stream().<SpanData>map(Discreet::new).toList();
    return exporter.export(discreet);
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private static final class Discreet extends DelegatingSpanData {

    Discreet(SpanData span) {
      super(span);
    }

    @Override
    public Attributes getAttributes() {
      var kept = Attributes.builder();
      super.getAttributes().forEach((key, value) -> keep(kept, key, value));
      return kept.build();
    }

    /** Those of exceptions: the log has them. */
    @Override
    public List<EventData> getEvents() {
      return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
      return 0;
    }

    @SuppressWarnings("unchecked")
    private static <T> void keep(AttributesBuilder kept, AttributeKey<T> key, Object value) {
      if (WITHOUT_QUERY.contains(key.getKey())) {
        kept.put(key.getKey(), withoutQuery(value.toString()));
      } else if (!LEFT_OUT.contains(key.getKey())) {
        kept.put(key, (T) value);
      }
    }

    private static String withoutQuery(String address) {
      var query = address.indexOf('?');
      return query < 0 ? address : address.substring(0, query);
    }
  }
}
