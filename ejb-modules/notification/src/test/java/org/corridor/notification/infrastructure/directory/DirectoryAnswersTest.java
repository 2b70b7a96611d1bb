package org.corridor.notification.infrastructure.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.client.ClientContact;
import org.junit.jupiter.api.Test;

class DirectoryAnswersTest {

  private static final UUID ID = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private static final UUID CLIENT = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e02");

  @Test
  void readWhatIsNeededOfAClientAndNoMore() {
    var json =
        """
        {"id":"%s","branch":"BER","preferredLanguage":"de","somethingNew":1,
         "contactPoints":[{"kind":"PHONE","value":"+493012345678"},
                          {"kind":"EMAIL","value":"a@example.com"},
                          {"kind":"EMAIL","value":"b@example.com"}]}"""
            .formatted(ID);

    assertThat(DirectoryAnswers.client(json))
        .isEqualTo(
            new ClientContact(
                ID,
                "BER",
                "de",
                List.of("a@example.com", "b@example.com"),
                List.of("+493012345678")));
  }

  @Test
  void readAUserWithAndWithoutAClientAndAnAddress() {
    assertThat(DirectoryAnswers.user("{\"id\":\"" + ID + "\"}"))
        .isEqualTo(new UserContact(ID, null, null));
    assertThat(
            DirectoryAnswers.user(
                "{\"id\":\"%s\",\"clientId\":\"%s\",\"email\":\"t@example.com\"}"
                    .formatted(ID, CLIENT)))
        .isEqualTo(new UserContact(ID, CLIENT, "t@example.com"));
  }

  @Test
  void readAnAccount() {
    assertThat(
            DirectoryAnswers.account(
                "{\"id\":\"%s\",\"number\":\"CO83\",\"clientId\":\"%s\",\"branch\":\"BER\",\"currency\":\"EUR\"}"
                    .formatted(ID, CLIENT)))
        .isEqualTo(new AccountSummary(ID, "CO83", CLIENT, "BER", "EUR"));
  }

  @Test
  void readALink() {
    assertThat(
            DirectoryAnswers.passwordLink(
                "{\"address\":\"https://bank.example/x\",\"validUntil\":\"2026-11-02T12:00:00Z\"}"))
        .isEqualTo(
            new PasswordLinkAddress(
                "https://bank.example/x", Instant.parse("2026-11-02T12:00:00Z")));
  }

  @Test
  void refuseSomethingElse() {
    assertThatIllegalStateException().isThrownBy(() -> DirectoryAnswers.client("{}"));
    assertThatIllegalStateException().isThrownBy(() -> DirectoryAnswers.account("not JSON"));
  }
}
