package org.corridor.notification.infrastructure.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.Gateway.Outgoing;
import org.corridor.notification.application.Gateway.Result;
import org.corridor.notification.application.Wording.Words;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real session with a message centre. */
class SmppGatewayTest {

  private MessageCentre centre;
  private SmppGateway gateway;

  @BeforeEach
  void start() throws IOException {
    centre = MessageCentre.start();
    gateway = gateway(centre.port());
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
    centre.close();
  }

  @Test
  void aTextArrivesAsItWasWritten() {
    var result = gateway.send(message("Your password was changed."));

    assertThat(result).isEqualTo(new Result.Taken());
    var submitted = centre.received().get(0);
    assertThat(submitted.getDestAddress()).isEqualTo("493012345678");
    assertThat(submitted.getSourceAddr()).isEqualTo("Corridor");
    assertThat(submitted.getDataCoding()).isZero();
    assertThat(MessageCentre.payload(submitted))
        .isEqualTo("Your password was changed.".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void otherLettersAndLongTextsArriveToo() {
    var text = "12,50\u00a0€ wurden überwiesen. ".repeat(12);

    gateway.send(message(text));

    var submitted = centre.received().get(0);
    assertThat(submitted.getDataCoding()).isEqualTo((byte) 8);
    assertThat(new String(MessageCentre.payload(submitted), StandardCharsets.UTF_16BE))
        .isEqualTo(text.replace('\u00a0', ' '));
  }

  @Test
  void severalTextsGoOverOneSession() {
    gateway.send(message("one"));
    gateway.send(message("two"));

    assertThat(centre.received()).hasSize(2);
    assertThat(centre.binds()).isEqualTo(1);
  }

  @Test
  void aCentreThatIsBusyIsTriedAgainAndAnAddressThatItRefusesIsNot() {
    centre.answer(SMPPConstant.STAT_ESME_RTHROTTLED);
    var busy = gateway.send(message("busy"));
    centre.answer(SMPPConstant.STAT_ESME_RINVDSTADR);
    var refused = gateway.send(message("refused"));

    assertThat(busy).isEqualTo(new Result.TryAgain("smpp-0x00000058"));
    assertThat(refused).isEqualTo(new Result.Refused("smpp-0x0000000b"));
    assertThat(gateway.isReachable()).isTrue();
  }

  @Test
  void aSessionThatBreaksIsBoundAgain() throws IOException {
    gateway.send(message("before"));
    centre.cut();
    gateway.send(message("at once"));

    assertThat(gateway.send(message("after"))).isEqualTo(new Result.Taken());
    assertThat(centre.binds()).isGreaterThan(1);
  }

  @Test
  void aCentreThatIsNotThereIsTriedAgain() throws IOException {
    centre.close();

    assertThat(gateway.send(message("nobody"))).isEqualTo(new Result.TryAgain("smpp-unreachable"));
    assertThat(gateway.isReachable()).isFalse();
  }

  @Test
  void isNotOfferedWithoutAHost() {
    assertThat(new SmppGateway(Optional.empty()).isOffered()).isFalse();
  }

  private static SmppGateway gateway(int port) {
    return new SmppGateway(
        Optional.of(new SmppSettings("127.0.0.1", port, "bank", "secret", "Corridor", false)));
  }

  private static Outgoing message(String brief) {
    return new Outgoing(
        UUID.randomUUID(), "+493012345678", new Words("subject", brief, "text", "html"));
  }
}
