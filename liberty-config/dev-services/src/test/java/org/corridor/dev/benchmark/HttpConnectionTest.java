package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.corridor.dev.benchmark.AnsweringServer.request;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpConnectionTest {

  @TempDir Path directory;
  private AnsweringServer server;
  private HttpConnection connection;

  @BeforeEach
  void aServerThatAnswersInManyWays() throws Exception {
    server = new AnsweringServer(directory);
    connection = new HttpConnection(server.base(), server.tls());
  }

  @AfterEach
  void stop() throws IOException {
    connection.close();
    server.close();
  }

  @Test
  void readsAnswersOfKnownAndOfUnknownLengthOneAfterTheOtherOnOneConnection() throws IOException {
    for (var i = 0; i < 3; i++) {
      assertThat(connection.exchange(request("/sized", "one"))).isEqualTo(201);
      assertThat(connection.exchange(request("/chunked", "two"))).isEqualTo(201);
      assertThat(connection.exchange(request("/long", "three"))).isEqualTo(201);
      assertThat(connection.exchange(request("/long-chunked", "four"))).isEqualTo(201);
    }

    assertThat(server.bodies())
        .containsExactly(
            "one", "two", "three", "four", "one", "two", "three", "four", "one", "two", "three",
            "four");
    assertThat(server.callers()).hasSize(1);
  }

  @Test
  void sendsWhatIsLargerThanAnyBuffer() throws IOException {
    var large = "x".repeat(10_000_000);

    assertThat(connection.exchange(request("/sized", large))).isEqualTo(201);

    assertThat(server.bodies()).containsExactly(large);
  }

  @Test
  void seesThatItIsToComeAgainLater() throws IOException {
    assertThat(connection.exchange(request("/busy", "x"))).isEqualTo(503);
    assertThat(connection.saidRetryAfter()).isTrue();

    assertThat(connection.exchange(request("/sized", "x"))).isEqualTo(201);
    assertThat(connection.saidRetryAfter()).isFalse();
  }

  @Test
  void connectsAgainAfterTheServerHasClosed() throws IOException {
    connection.exchange(request("/last", "x"));
    connection.exchange(request("/sized", "y"));

    assertThat(server.bodies()).containsExactly("x", "y");
    assertThat(server.callers()).hasSize(2);
  }

  @Test
  void doesNotTakeAClosedConnectionForAnAnswer() {
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> connection.exchange(request("/gone", "x")));
  }
}
