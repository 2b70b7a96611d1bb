package org.corridor.kernel;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event on its way, with the attribute names of CloudEvents 1.0.
 *
 * @param id unique in all of the platform; consumers deduplicate by it
 * @param type such as {@code account.journal-posted.v1}
 * @param source the context that published it: {@code /account}
 * @param subject the stream, such as {@code journal/0192...}
 * @param sequence the position in the subject's stream, from 1
 * @param correlationId the request that started it all
 * @param causationId the event or request that led to this one; may be null
 * @param data the event itself, as JSON
 */
public record EventEnvelope(
    UUID id,
    String type,
    String source,
    String subject,
    long sequence,
    Instant time,
    String correlationId,
    String causationId,
    String data) {

  public EventEnvelope {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(data, "data");
  }
}
