package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.corridor.dev.demo.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway says on its own account: no service stands behind it here. */
class NginxGatewayTest {
  private static final String PROBLEM = "application/problem+json";

  @TempDir static Path home;

  private static TlsMaterial tls;
  private static NginxGateway gateway;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    tls = TlsMaterial.in(home.resolve("tls"), "a-password-of-the-test");
    try {
      gateway = NginxGateway.create(Workspace.containing(Path.of("")), home, FreePorts.take(), tls);
    } catch (GatewayMissing e) {
      abort(e.getMessage());
    }
    gateway.start();
    client =
        HttpClient.newBuilder()
            .sslContext(tls.sslContext())
            // With HTTP/2 this client goes on waiting to send a body that was refused.
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
  }

  @Test
  void answersAnUnknownPathWithAProblem() throws Exception {
    var answer = send(request("/nothing/here").header("X-Correlation-Id", "story-1"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROBLEM);
    assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("story-1");
    assertThat(answer.body())
        .contains("\"type\":\"urn:corridor:problem:not-found\"")
        .contains("\"correlationId\":\"story-1\"");
  }

  @Test
  void doesNotTakeACorrelationIdThatCouldForgeALogLine() throws Exception {
    var answer = send(request("/nothing").header("X-Correlation-Id", "a\",\"status\":\"200"));

    assertThat(answer.headers().firstValue("X-Correlation-Id").orElseThrow())
        .matches("[0-9a-f]{32}");
  }

  @Test
  void answersWithAProblemWhenAServiceIsDown() throws Exception {
    var answer = send(request("/api/account/v1/accounts"));

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROBLEM);
    assertThat(answer.body()).contains("\"code\":\"bad-gateway\"");
  }

  @Test
  void refusesABodyOfMoreThanAMebibyte() throws Exception {
    var answer =
        send(
            request("/api/account/v1/accounts")
                .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
  }

  @Test
  void refusesACertificateThatItDoesNotKnowTheIssuerOf() {
    var door = Door.at(gateway.baseUri(), tls.certificatePem());
    var strange = TlsMaterial.in(home.resolve("strange"), "a-password-of-the-test");

    assertThat(door.showing(strange.certificateOf("payroll")).get("/health/live").status())
        .isEqualTo(400);
    assertThat(door.showing(tls.certificateOf("payroll")).get("/health/live").status())
        .isEqualTo(200);
  }

  @Test
  void keepsTheProbesAndMetricsOfTheServicesInside() throws Exception {
    assertThat(send(request("/metrics")).statusCode()).isEqualTo(404);
    assertThat(send(request("/health/ready")).statusCode()).isEqualTo(404);
    assertThat(send(request("/health/live")).statusCode()).isEqualTo(200);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.baseUri() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
