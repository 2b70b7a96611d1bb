package org.corridor.web.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.corridor.web.correlation.Correlation;

/**
 * What went wrong, for a machine and for a person (RFC 9457). Never a stack trace, never a class
 * name.
 *
 * @param type stable: {@code urn:corridor:problem:} and the code; documented in the reference
 * @param instance the correlation id as a URN
 * @param code the last part of the type
 * @param errors each single fault in the request, if there are such
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String correlationId,
    List<Fault> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One fault in the request.
   *
   * @param pointer where in the body (RFC 6901), or the name of the header or parameter
   * @param detail what is wrong there
   */
  public record Fault(String pointer, String detail) {}

  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, List.of());
  }

  public static Problem of(int status, String code, String detail, List<Fault> errors) {
    Objects.requireNonNull(detail, "detail");
    var correlationId = Correlation.currentId();
    return new Problem(
        "urn:corridor:problem:" + code,
        title(code),
        status,
        detail,
        "urn:corridor:request:" + correlationId,
        code,
        correlationId,
        errors.isEmpty() ? null : List.copyOf(errors));
  }

  /** A refusal of something well-formed, by a rule of the business. */
  public static Problem refused(String code, String detail) {
    return of(422, code, detail);
  }

  public static Problem malformed(String pointer, String detail) {
    return of(
        400, "malformed-request", "The request is malformed.", List.of(new Fault(pointer, detail)));
  }

  public static Problem notFound(String what) {
    return of(404, "not-found", "There is no such " + what + ", or it is not yours to see.");
  }

  public static Problem forbidden(String detail) {
    return of(403, "forbidden", detail);
  }

  public Response toResponse() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }

  /** For where a value cannot be returned; caught by {@link ProblemMappers}. */
  public ProblemException toException() {
    return new ProblemException(this);
  }

  /** {@code insufficient-funds} becomes {@code Insufficient funds}. */
  private static String title(String code) {
    return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
  }
}
