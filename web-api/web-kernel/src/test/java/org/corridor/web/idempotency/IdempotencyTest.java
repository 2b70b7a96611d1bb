package org.corridor.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.corridor.kernel.Caller;
import org.corridor.platform.json.Json;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

  record Order(String what) {}

  private static final Caller ANNA = new Caller("anna", Set.of(), null, null, Map.of());
  private static final Caller BEN = new Caller("ben", Set.of(), null, null, Map.of());
  private static final Fingerprint COFFEE = new Fingerprint("POST", "orders", new Order("coffee"));
  private static final Fingerprint TEA = new Fingerprint("POST", "orders", new Order("tea"));

  private final AtomicInteger effects = new AtomicInteger();
  private TestDatabase database;

  @BeforeEach
  void anEmptyDatabase() {
    database = TestDatabase.create("web");
    new Migrations(database.owner(), "web", getClass().getClassLoader()).apply();
  }

  @Test
  void theSameRequestWithTheSameKeyGetsTheFirstAnswerAgain() throws SQLException {
    committed(ANNA, "k1", COFFEE, this::place);

    var again = committed(ANNA, "k1", COFFEE, this::place);

    assertThat(effects).hasValue(1);
    assertThat(again.getStatus()).isEqualTo(201);
    assertThat(again.getEntityTag()).isEqualTo(new EntityTag("1"));
    assertThat(again.getHeaderString("Location")).isEqualTo("/orders/1");
    assertThat(again.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
    assertThat(Json.write(again.getEntity())).isEqualTo("{\"what\":\"order 1\"}");
  }

  @Test
  void anotherRequestWithTheSameKeyIsRefused() throws SQLException {
    committed(ANNA, "k1", COFFEE, this::place);

    assertThat(committed(ANNA, "k1", TEA, this::place).getStatus()).isEqualTo(422);
    assertThat(effects).hasValue(1);
  }

  @Test
  void aKeyBelongsToItsCaller() throws SQLException {
    committed(ANNA, "k1", COFFEE, this::place);
    committed(BEN, "k1", COFFEE, this::place);

    assertThat(effects).hasValue(2);
  }

  @Test
  void whileTheFirstRunsTheSecondIsToldSo() throws SQLException {
    try (var first = transaction()) {
      idempotency(first).once(ANNA, "k1", COFFEE, this::place);

      var second = committed(ANNA, "k1", COFFEE, this::place);

      assertThat(second.getStatus()).isEqualTo(409);
      first.rollback();
    }
    assertThat(effects).hasValue(1);
  }

  @Test
  void aKeyWhoseEffectWasRolledBackIsFree() throws SQLException {
    try (var failing = transaction()) {
      idempotency(failing).once(ANNA, "k1", COFFEE, this::place);
      failing.rollback();
    }

    assertThat(committed(ANNA, "k1", COFFEE, this::place).getStatus()).isEqualTo(201);
    assertThat(effects).hasValue(2);
  }

  @Test
  void aRefusalIsNotKept() throws SQLException {
    var refused =
        committed(ANNA, "k1", COFFEE, () -> Problem.refused("sold-out", "None left.").toResponse());

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(committed(ANNA, "k1", COFFEE, this::place).getStatus()).isEqualTo(201);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "a b", "a\nb", "ä", "\u0007"})
  void aMissingOrMalformedKeyIsRefusedBeforeAnything(String key) {
    var refused = catchThrowableOfType(ProblemException.class, () -> Idempotency.requireKey(key));

    assertThat(refused.getResponse().getStatus()).isEqualTo(400);
  }

  @Test
  void aKeyHasAtMostOneHundredAndTwentyEightCharacters() {
    Idempotency.requireKey("k".repeat(128));

    var refused =
        catchThrowableOfType(ProblemException.class, () -> Idempotency.requireKey("k".repeat(129)));

    assertThat(refused.getResponse().getStatus()).isEqualTo(400);
  }

  private Response place() {
    var number = effects.incrementAndGet();
    return Response.created(URI.create("/orders/" + number))
        .tag("1")
        .entity(new Order("order " + number))
        .build();
  }

  private Response committed(
      Caller caller, String key, Fingerprint request, Supplier<Response> effect)
      throws SQLException {
    try (var connection = transaction()) {
      var answer = idempotency(connection).once(caller, key, request, effect);
      connection.commit();
      return answer;
    }
  }

  private Connection transaction() throws SQLException {
    var connection = database.app().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Hands out the transaction's connection, as a container does; closing it ends nothing. */
  private static Idempotency idempotency(Connection connection) {
    var shared =
        (Connection)
            Proxy.newProxyInstance(
                IdempotencyTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                    method.getName().equals("close") ? null : method.invoke(connection, arguments));
    var source =
        (DataSource)
            Proxy.newProxyInstance(
                IdempotencyTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> shared);
    return new Idempotency(source);
  }
}
