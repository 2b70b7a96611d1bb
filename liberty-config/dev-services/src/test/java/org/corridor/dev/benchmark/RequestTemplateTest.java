package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {

  private static final URI BASE = URI.create("https://localhost:9443");
  private static final UUID FROM = UUID.fromString("0190c0de-0000-7000-8000-00000000000a");
  private static final UUID TO = UUID.fromString("0190c0de-0000-7000-8000-00000000000b");

  @Test
  void writesIdsWhereTheirPlacesAre() {
    var template = aTemplate();

    template.newFirst();
    template.second(0, RequestTemplate.ascii(FROM));
    template.third(0, RequestTemplate.ascii(TO));

    assertThat(text(template))
        .startsWith("POST /x HTTP/1.1\r\nHost: localhost:9443\r\nAuthorization: Bearer a.b.c\r\n")
        .endsWith("\r\n\r\n{\"from\":\"" + FROM + "\",\"to\":\"" + TO + "\"}")
        .contains(
            "Content-Length: " + ("{\"from\":\"" + FROM + "\",\"to\":\"" + TO + "\"}").length());
  }

  @Test
  void makesANewTimeOrderedIdForEachRequest() {
    var template = aTemplate();
    var ids = new HashSet<UUID>();

    for (var i = 0; i < 10_000; i++) {
      template.newFirst();
      var id = key(template);
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
          .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
      ids.add(id);
    }

    assertThat(ids).hasSize(10_000);
  }

  @Test
  void needsAPlaceForEachId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestTemplate.of("POST /x", BASE, "a.b.c", "", RequestTemplate.FIRST))
        .withMessageContaining(RequestTemplate.SECOND);
  }

  private static RequestTemplate aTemplate() {
    return RequestTemplate.of(
        "POST /x",
        BASE,
        "a.b.c",
        "Idempotency-Key: " + RequestTemplate.FIRST + "\r\n",
        "{\"from\":\"" + RequestTemplate.SECOND + "\",\"to\":\"" + RequestTemplate.THIRD + "\"}");
  }

  private static UUID key(RequestTemplate template) {
    var key = Pattern.compile("Idempotency-Key: (\\S+)").matcher(text(template));
    assertThat(key.find()).isTrue();
    return UUID.fromString(key.group(1));
  }

  private static String text(RequestTemplate template) {
    return new String(template.bytes(), StandardCharsets.UTF_8);
  }
}
