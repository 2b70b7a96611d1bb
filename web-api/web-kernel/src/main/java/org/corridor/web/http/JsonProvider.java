package org.corridor.web.http;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.corridor.platform.json.Json;

/**
 * Reads and writes bodies with the platform's strict mapper, before any JSON provider of the
 * server.
 */
@Provider
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class JsonProvider extends JacksonJsonProvider {

  /**
   * Does not flush the body: an answer that is small leaves the server whole, with its length and
   * in one TLS record; flushed, it leaves in chunks, the last of them empty.
   */
  private static final ObjectMapper AT_ONCE =
      Json.mapper().rebuild().disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM).build();

  public JsonProvider() {
    super(AT_ONCE);
  }
}
