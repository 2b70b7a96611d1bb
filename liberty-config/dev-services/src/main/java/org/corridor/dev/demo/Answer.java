package org.corridor.dev.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back: status, headers, and the body as it was. */
public record Answer(int status, HttpHeaders headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** The body as JSON; a missing node if it is empty. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON, with status " + status + ": " + body, e);
    }
  }

  public String text(String pointer) {
    return json().at(pointer).asText();
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * This answer, if its status is one of those.
   *
   * @throws IllegalStateException with the body otherwise
   */
  public Answer expect(int... statuses) {
    for (var expected : statuses) {
      if (status == expected) {
        return this;
      }
    }
    throw new IllegalStateException("unexpected status " + status + ": " + body);
  }
}
