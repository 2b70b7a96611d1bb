package org.corridor.web.http;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.corridor.platform.json.Json;
import org.corridor.web.problem.Problem;

/**
 * Reads and writes bodies with the platform's strict mapper, before any JSON provider of the
 * server. What it has read is there and is valid (Jakarta Validation): a resource need not ask for
 * that, and should not, since RESTEasy and CDI would each validate the parameter again.
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

  private final Validator validator;

  public JsonProvider() {
    this(BodyValidator.create());
  }

  JsonProvider(Validator validator) {
    super(AT_ONCE);
    this.validator = validator;
  }

  /**
   * @throws ConstraintViolationException if the body is not what its type demands
   */
  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    var body = parsed(type, genericType, annotations, mediaType, headers, stream);
    if (body == null) {
      throw Problem.malformed("", "is required").toException();
    }
    var violations = validator.validate(body);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return body;
  }

  private Object parsed(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    try {
      return super.readFrom(type, genericType, annotations, mediaType, headers, stream);
    } catch (CharConversionException noText) {
      throw Problem.of(400, "malformed-json", "The body is not valid JSON: it is not in UTF-8.")
          .toException();
    }
  }
}
