package org.corridor.web.http;

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

  public JsonProvider() {
    super(Json.mapper());
  }
}
