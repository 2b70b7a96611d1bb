package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.Recipient;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.WebhookMessage;
import org.corridor.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an account goes to the endpoints of the client whose it is. */
class TellEndpointsTest {

  private static final UUID OWNER = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e02");
  private static final UUID STRANGER = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e04");
  private static final UUID ACCOUNT = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e06");

  private final WebhookWorld world = new WebhookWorld();

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_FROZEN, account.frozen",
    "ACCOUNT_UNFROZEN, account.unfrozen",
    "ACCOUNT_CLOSED, account.closed"
  })
  void theOwnerIsToldAndNobodyElse(NoticeType notice, String type) {
    var owner = world.register(EndpointOwner.client(OWNER), "account.*").endpoint();
    var stranger = world.register(EndpointOwner.client(STRANGER), "*").endpoint();
    var organisation = world.register(WebhookWorld.ORGANISATION, "*").endpoint();

    tell(notice(notice), Recipient.client(OWNER));
    world.sendAll();

    assertThat(world.log(owner)).extracting(WebhookMessage::type).containsExactly(type);
    assertThat(world.log(stranger)).isEmpty();
    assertThat(world.log(organisation)).as("is told by the event itself").isEmpty();
    var told = world.calls.get(0).json();
    assertThat(told.path("type").asText()).isEqualTo(type);
    assertThat(told.path("data").toString()).isEqualTo("{\"accountId\":\"" + ACCOUNT + "\"}");
  }

  @Test
  void aNoticeThatIsAddressedTwiceIsOneMessage() {
    var endpoint = world.register(EndpointOwner.client(OWNER), "*").endpoint();
    var notice = notice(NoticeType.ACCOUNT_FROZEN);

    tell(notice, Recipient.client(OWNER));
    tell(notice, Recipient.client(OWNER));

    assertThat(world.log(endpoint)).hasSize(1);
  }

  @Test
  void otherNoticesAndStaffAreNoMatterOfEndpoints() {
    var endpoint = world.register(EndpointOwner.client(OWNER), "*").endpoint();

    tell(notice(NoticeType.PASSWORD_CHANGED), Recipient.client(OWNER));
    tell(notice(NoticeType.MONEY_SENT), Recipient.client(OWNER));
    tell(notice(NoticeType.ACCOUNT_CLOSED), Recipient.user(OWNER));

    assertThat(world.log(endpoint)).isEmpty();
  }

  private void tell(Notice notice, Recipient recipient) {
    world.units.run(() -> world.telling.tell(notice, recipient));
  }

  private static Notice notice(NoticeType type) {
    return new Notice(
        Ids.next(),
        Ids.next(),
        type,
        Addressee.ownerOf(ACCOUNT),
        Facts.ofAccount(ACCOUNT),
        WebhookWorld.NOON,
        "correlation",
        1);
  }
}
