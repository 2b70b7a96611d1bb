package org.corridor.web.idempotency;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.corridor.kernel.Caller;
import org.corridor.platform.idempotency.Claim;
import org.corridor.platform.idempotency.IdempotencyKeys;
import org.corridor.platform.idempotency.StoredAnswer;
import org.corridor.platform.json.Json;
import org.corridor.web.problem.Problem;

/**
 * Answers a POST once: the same key with the same request gets the first answer again, with another
 * request 422, and while the first still runs 409.
 *
 * <p>To be used inside of the transaction that the effect happens in: the key and the effect are
 * committed together. An answer of 400 and above is not kept, since it changed nothing; the caller
 * must then roll its transaction back.
 */
public final class Idempotency {

  public static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final int UNPROCESSABLE = 422;

  private final DataSource dataSource;
  private final IdempotencyKeys keys = new IdempotencyKeys();

  public Idempotency(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param request what makes the request the same: its method, path and parsed body
   * @param effect what to do when the key is fresh
   */
  public Response once(Caller caller, String key, Fingerprint request, Supplier<Response> effect) {
    requireKey(key);
    try (var connection = dataSource.getConnection()) {
      var claim = keys.claim(connection, caller.subject(), key, request.sha256());
      if (claim instanceof Claim.Answered answered) {
        return replay(answered.answer());
      }
      if (claim instanceof Claim.OtherRequest) {
        return reused().toResponse();
      }
      if (claim instanceof Claim.StillRunning) {
        return stillRunning().toResponse();
      }
      if (claim instanceof Claim.Begun) {
        throw new IllegalStateException("the answer to this request is not kept as bytes");
      }
      var response = effect.get();
      if (response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
        remember(connection, caller, key, request, response);
      }
      return response;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot reach the idempotency keys", e);
    }
  }

  /**
   * @throws org.corridor.web.problem.ProblemException if the key is missing or malformed
   */
  public static void requireKey(String key) {
    if (key == null || key.isEmpty()) {
      throw Problem.of(400, "idempotency-key-required", "The header Idempotency-Key is required.")
          .toException();
    }
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(
              400,
              "idempotency-key-malformed",
              "The header Idempotency-Key must have 1 to 128 visible ASCII characters.")
          .toException();
    }
  }

  public static Problem reused() {
    return Problem.of(
        UNPROCESSABLE,
        "idempotency-key-reused",
        "This Idempotency-Key was used before, with another request.");
  }

  public static Problem stillRunning() {
    return Problem.of(
        409, "idempotency-key-in-use", "The first request with this key is still running.");
  }

  private void remember(
      Connection connection, Caller caller, String key, Fingerprint request, Response response) {
    var location = response.getHeaderString(HttpHeaders.LOCATION);
    var tag = response.getEntityTag();
    var body = response.hasEntity() ? Json.write(response.getEntity()) : "";
    var answer =
        new StoredAnswer(response.getStatus(), location, tag == null ? null : tag.getValue(), body);
    keys.remember(connection, caller.subject(), key, request.sha256(), answer);
  }

  /** The kept answer, as it was, with the header {@code Idempotency-Replayed: true}. */
  public static Response replay(StoredAnswer answer) {
    var response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    if (answer.etag() != null) {
      response.tag(new EntityTag(answer.etag()));
    }
    if (!answer.body().isEmpty()) {
      var type =
          answer.status() >= Response.Status.BAD_REQUEST.getStatusCode()
              ? MediaType.valueOf(Problem.MEDIA_TYPE)
              : MediaType.APPLICATION_JSON_TYPE;
      response.type(type).entity(new RawJson(answer.body()));
    }
    return response.build();
  }

  /** What makes two requests the same. */
  public record Fingerprint(String method, String path, Object body) {

    public byte[] sha256() {
      try {
        var text = method + '\n' + path + '\n' + (body == null ? "" : Json.write(body));
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
