package org.corridor.notification.infrastructure.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.Gateway.Outgoing;
import org.corridor.notification.application.Gateway.Result;
import org.corridor.notification.application.Wording.Words;
import org.corridor.notification.infrastructure.mail.MailSettings.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real mail server. */
class SmtpGatewayTest {

  private static final Words WORDS =
      new Words("Geld überwiesen", "kurz", "Absatz\n", "<p>Absatz</p>");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMailArrivesAsItWasWritten() throws MessagingException, IOException {
    var id = UUID.randomUUID();

    var result = gateway(port(), null).send(new Outgoing(id, "anna@example.com", WORDS));

    assertThat(result).isEqualTo(new Result.Taken());
    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Geld überwiesen");
    assertThat(mail.getFrom()[0]).hasToString("Corridor <no-reply@bank.example>");
    assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@bank.example>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSentDate()).isNotNull();
    var parts = (Multipart) mail.getContent();
    assertThat(part(parts, 0).isMimeType("text/plain")).isTrue();
    assertThat(part(parts, 0).getContent().toString()).startsWith("Absatz");
    assertThat(part(parts, 1).isMimeType("text/html")).isTrue();
  }

  @Test
  void aSecondAttemptHasTheSameMessageId() throws MessagingException {
    var message = new Outgoing(UUID.randomUUID(), "anna@example.com", WORDS);
    var gateway = gateway(port(), null);

    gateway.send(message);
    gateway.send(message);

    var mails = server.getReceivedMessages();
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
  }

  @Test
  void signsInWhereTheServerAsksForIt() {
    server.setUser("corridor", "corridor", "right");

    var right = gateway(port(), "right").send(message());
    var wrong = gateway(port(), "wrong").send(message());

    assertThat(right).isEqualTo(new Result.Taken());
    assertThat(wrong).isInstanceOf(Result.TryAgain.class);
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws IOException {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    var gateway = gateway(nobody, null);

    assertThat(gateway.send(message())).isEqualTo(new Result.TryAgain("smtp-unreachable"));
    assertThat(gateway.isReachable()).isFalse();
  }

  @Test
  void aServerThatTakesItsTimeIsWaitedFor() throws IOException {
    try (var slow = new SlowSmtpServer(Duration.ofMillis(300))) {
      var message = message();

      assertThat(gateway(slow.port(), null).send(message)).isEqualTo(new Result.Taken());
      assertThat(slow.messageIds()).containsExactly("<" + message.id() + "@bank.example>");
    }
  }

  @Test
  void aServerThatTakesTooLongIsTriedAgain() throws IOException {
    try (var silent = new SlowSmtpServer(Duration.ofMinutes(1))) {
      var impatient = gateway(silent.port(), null, Duration.ofSeconds(1));

      assertThat(impatient.send(message())).isEqualTo(new Result.TryAgain("smtp-unreachable"));
      assertThat(impatient.isReachable()).isFalse();
    }
  }

  @Test
  void withoutTlsNothingIsSentToAServerThatMustHaveIt() {
    var strict =
        new SmtpGateway(
            Optional.of(
                new MailSettings(
                    "127.0.0.1",
                    port(),
                    Security.STARTTLS,
                    "no-reply@bank.example",
                    null,
                    null,
                    Duration.ofSeconds(15))));

    assertThat(strict.send(message())).isInstanceOf(Result.TryAgain.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    var bad = new Outgoing(UUID.randomUUID(), "anna@", WORDS);

    assertThat(gateway(port(), null).send(bad)).isEqualTo(new Result.Refused("address-malformed"));
  }

  @Test
  void isNotOfferedWithoutAHost() {
    assertThat(new SmtpGateway(Optional.empty()).isOffered()).isFalse();
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private static Outgoing message() {
    return new Outgoing(UUID.randomUUID(), "anna@example.com", WORDS);
  }

  private static SmtpGateway gateway(int port, String password) {
    return gateway(port, password, Duration.ofSeconds(15));
  }

  private static SmtpGateway gateway(int port, String password, Duration timeout) {
    return new SmtpGateway(
        Optional.of(
            new MailSettings(
                "127.0.0.1",
                port,
                Security.NONE,
                "Corridor <no-reply@bank.example>",
                password == null ? null : "corridor",
                password,
                timeout)));
  }

  private static BodyPart part(Multipart parts, int index) throws MessagingException {
    return parts.getBodyPart(index);
  }
}
