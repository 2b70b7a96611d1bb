package org.corridor.notification.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.UnreadableEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which event tells whom what. */
class NoticesTest {

  private final World world = new World();

  @Test
  void aPaymentTellsEachSideOfItsOwnAccountAndNothingOfTheOther() {
    var anna = world.anna();
    var ben = world.directory.addClient("de", "ben@example.com", null);
    var annas = world.directory.addAccount(anna, "CO8300000000000042");
    var bens = world.directory.addAccount(ben, "CO8300000000000077");

    world.happened(World.paid(anna, annas, ben, bens));

    assertThat(world.messagesOf(Recipient.client(anna)))
        .extracting(Message::text)
        .containsExactly("€12.50 was sent from your account ending in 0042.");
    assertThat(world.messagesOf(Recipient.client(ben)))
        .extracting(Message::text)
        .containsExactly("12,50\u00a0€ sind auf Ihrem Konto mit der Endung 0077 eingegangen.");
    assertThat(world.value("select count(*) from notice where facts like '%surgery%'"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "transaction.declined.v1, PAYMENT_DECLINED",
    "transaction.rejected.v1, PAYMENT_REJECTED",
    "transaction.expired.v1, PAYMENT_EXPIRED",
    "transaction.approval-requested.v1, PAYMENT_AWAITS_APPROVAL",
    "transaction.outcome-unknown.v1, PAYMENT_OUTCOME_UNKNOWN",
  })
  void whatDoesNotComeAboutConcernsOnlyWhoPays(String event, NoticeType type) {
    var payer = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e02");
    var payee = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e04");

    world.happened(World.example(event));

    assertThat(world.messagesOf(Recipient.client(payer)))
        .extracting(Message::type)
        .containsExactly(type);
    assertThat(world.messagesOf(Recipient.client(payee))).isEmpty();
  }

  @Test
  void eventsOfBeforeTheyHadASubjectTellNobodyAnything() {
    world.happened(
        World.event(
            "transaction.expired.v1",
            "{\"transactionId\":\"%s\",\"by\":\"platform\",\"at\":\"2026-11-02T12:00:00Z\"}"
                .formatted(UUID.randomUUID())));

    assertThat(world.value("select count(*) from notice")).isEqualTo("0");
  }

  @Test
  void theOwnerOfAnAccountIsToldThatItIsBlockedAndNeverWhy() {
    var anna = world.anna();
    var account = world.directory.addAccount(anna, "CO8300000000000042");

    world.happened(
        frozen(account, "COURT_ORDER"), frozen(account, "COMPLIANCE"), ofAccount(account));

    assertThat(world.messagesOf(Recipient.client(anna)))
        .extracting(Message::text)
        .containsExactly(
            "Your account ending in 0042 was closed.",
            "Your account ending in 0042 was blocked. Please contact us.");
  }

  @Test
  void nobodyIsToldOfAnInternalAccount() {
    var till = world.directory.addAccount(null, "CASH-BER-EUR");

    world.happened(ofAccount(till));

    assertThat(world.value("select status from notice")).isEqualTo("ADDRESSED");
    assertThat(world.value("select count(*) from delivery")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "client.kyc-approved.v1, KYC_APPROVED",
    "client.kyc-rejected.v1, KYC_REJECTED",
    "client.kyc-expired.v1, KYC_EXPIRED",
  })
  void aClientIsToldOfItsReview(String event, NoticeType type) {
    var client = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");

    world.happened(World.example(event));

    assertThat(world.messagesOf(Recipient.client(client)))
        .extracting(Message::type)
        .containsExactly(type);
  }

  @Test
  void aCustomerIsToldOfItsSignInsAsTheClientThatItIs() {
    var anna = world.anna();
    var user = world.directory.addUser(anna, null);

    world.happened(passwordChanged(user));

    assertThat(world.messagesOf(Recipient.client(anna)))
        .extracting(Message::type)
        .containsExactly(NoticeType.PASSWORD_CHANGED);
    assertThat(world.messagesOf(Recipient.user(user))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "auth.second-factor-enabled.v1, SECOND_FACTOR_ENABLED",
    "auth.second-factor-disabled.v1, SECOND_FACTOR_DISABLED",
    "auth.recovery-code-used.v1, RECOVERY_CODE_USED",
    "auth.recovery-codes-renewed.v1, RECOVERY_CODES_RENEWED",
    "auth.passkey-registered.v1, PASSKEY_REGISTERED",
    "auth.passkey-removed.v1, PASSKEY_REMOVED",
    "auth.passkey-suspended.v1, PASSKEY_SUSPENDED",
  })
  void aUserIsToldByMailWhenItsSignInBecomesStrongerOrWeaker(String event, NoticeType type) {
    var teller = world.directory.addUser(null, "tina@example.com");

    world.happened(World.event(event, "{\"userId\":\"%s\"}".formatted(teller)));
    world.sendAll(world.mail);

    assertThat(world.messagesOf(Recipient.user(teller)))
        .extracting(Message::type)
        .containsExactly(type);
    assertThat(world.mail.sent).singleElement().extracting("address").isEqualTo("tina@example.com");
  }

  @Test
  void staffAreToldAtTheirOwnAddress() {
    var teller = world.directory.addUser(null, "tina@example.com");

    world.happened(passwordChanged(teller));
    world.sendAll(world.mail);

    assertThat(world.mail.sent).singleElement().extracting("address").isEqualTo("tina@example.com");
    assertThat(world.messagesOf(Recipient.user(teller))).hasSize(1);
  }

  @Test
  void aDeviceIsNewOnce() {
    var user = world.directory.addUser(world.anna(), null);
    var other = world.directory.addUser(world.anna(), null);

    world.happened(signedIn(user, "a"), signedIn(user, "a"), signedIn(user, "b"));
    world.happened(signedIn(other, "a"));
    world.happened(World.event("auth.sign-in-succeeded.v1", "{\"userId\":\"" + user + "\"}"));

    assertThat(world.value("select count(*) from notice where type = 'NEW_DEVICE'")).isEqualTo("3");
  }

  @Test
  void everyFifthFailedAttemptIsToldAndNoneOfNobody() {
    var user = world.directory.addUser(world.anna(), null);

    for (var failures = 0; failures <= 11; failures++) {
      world.happened(
          World.event(
              "auth.sign-in-failed.v1",
              "{\"userId\":\"%s\",\"reason\":\"WRONG_PASSWORD\",\"failures\":%d}"
                  .formatted(user, failures)));
    }
    world.happened(
        World.event("auth.sign-in-failed.v1", "{\"reason\":\"UNKNOWN_USER\",\"failures\":0}"));

    assertThat(world.value("select count(*) from notice")).isEqualTo("2");
  }

  @Test
  void aLinkGoesToTheMailboxAloneAndIsKeptNowhere() {
    var anna = world.anna();
    var user = world.directory.addUser(anna, null);
    var link = world.directory.addLink("https://bank.example/link?token=secret");

    world.happened(withLink("auth.password-reset-requested.v1", user, link));
    world.sendAll(world.mail);

    var mail = world.mail.sent.get(0);
    assertThat(mail.address()).isEqualTo("anna@example.com");
    assertThat(mail.words().text()).contains("https://bank.example/link?token=secret", "12:30");
    assertThat(mail.words().html()).contains("https://bank.example/link?token=secret");
    assertThat(mail.words().brief() + mail.words().subject()).doesNotContain("secret");
    assertThat(world.deliveries(Recipient.client(anna))).hasSize(1);
    assertThat(world.messagesOf(Recipient.client(anna))).isEmpty();
    assertThat(world.value("select count(*) from notice where facts like '%secret%'"))
        .isEqualTo("0");
  }

  @Test
  void aLinkThatIsOverIsNotSent() {
    var teller = world.directory.addUser(null, "tina@example.com");

    world.happened(withLink("auth.user-invited.v1", teller, UUID.randomUUID()));
    world.sendAll(world.mail);

    assertThat(world.mail.sent).isEmpty();
    assertThat(world.value("select reason from delivery")).isEqualTo("link-expired");
  }

  @Test
  void whoeverAsksForAnotherPasswordWithoutGettingALinkTellsNobodyAnything() {
    world.happened(World.event("auth.password-reset-requested.v1", "{}"));

    assertThat(world.value("select count(*) from notice")).isEqualTo("0");
  }

  @Test
  void anEventThatComesAgainHasNoEffectAgain() {
    var anna = world.anna();
    var event = World.paid(anna, UUID.randomUUID(), world.anna(), UUID.randomUUID());

    world.happened(event, event);
    world.happened(event);

    assertThat(world.messagesOf(Recipient.client(anna))).hasSize(1);
  }

  @Test
  void anEventThatCannotBeReadIsNotTaken() {
    var bad = World.event("transaction.paid.v1", "{\"transactionId\":\"x\"}");

    assertThatThrownBy(() -> world.take(bad)).isInstanceOf(UnreadableEvent.class);

    assertThat(world.value("select count(*) from inbox")).isEqualTo("0");
  }

  @Test
  void anotherContextThatIsAwayHoldsUpTheNoticeAndNotTheEvent() {
    var anna = world.anna();
    world.directory.away = true;

    world.happened(World.paid(anna, UUID.randomUUID(), anna, UUID.randomUUID()));
    var meanwhile = world.messagesOf(Recipient.client(anna));
    world.directory.away = false;
    world.clock.advance(Duration.ofSeconds(10));
    world.addressAll();

    assertThat(meanwhile).isEmpty();
    assertThat(world.messagesOf(Recipient.client(anna))).hasSize(2);
  }

  @Test
  void aNoticeIsGivenUpAfterADay() {
    world.directory.away = true;
    world.take(World.example("client.kyc-approved.v1"));
    world.addressAll();

    world.clock.advance(Duration.ofDays(2));
    world.addressAll();

    assertThat(world.value("select status || ' ' || reason from notice"))
        .isEqualTo("GIVEN_UP directory-unavailable");
  }

  @Test
  void eachDeviceGetsAPushMessageOfItsOwn() {
    var anna = Recipient.client(world.anna());
    world.devices.add(anna, "https://push.example/1", "key", "secret");
    world.devices.add(anna, "https://push.example/2", "key", "secret");
    world.devices.add(anna, "https://push.example/2", "other key", "secret");

    world.happened(passwordChanged(world.directory.addUser(anna.id(), null)));

    assertThat(world.deliveries(anna, Channel.PUSH)).hasSize(2);
    assertThat(world.deliveries(anna))
        .extracting(Delivery::channel)
        .contains(Channel.EMAIL, Channel.SMS, Channel.IN_APP);
  }

  @Test
  void handlersNameTheTypesThatTheyTake() {
    assertThat(
            List.of(
                "transaction.paid.v1",
                "account.account-unfrozen.v1",
                "client.kyc-expired.v1",
                "auth.sign-in-failed.v1"))
        .allSatisfy(type -> world.take(World.example(type)));
  }

  static ReceivedEvent passwordChanged(UUID user) {
    return World.event(
        "auth.password-changed.v1", "{\"userId\":\"%s\",\"by\":\"%s\"}".formatted(user, user));
  }

  private static ReceivedEvent signedIn(UUID user, String device) {
    return World.event(
        "auth.sign-in-succeeded.v1",
        "{\"userId\":\"%s\",\"device\":\"%s\"}".formatted(user, device.repeat(64)));
  }

  private static ReceivedEvent withLink(String type, UUID user, UUID link) {
    return World.event(type, "{\"userId\":\"%s\",\"linkId\":\"%s\"}".formatted(user, link));
  }

  private static ReceivedEvent frozen(UUID account, String reason) {
    return World.event(
        "account.account-frozen.v1",
        "{\"accountId\":\"%s\",\"reason\":\"%s\"}".formatted(account, reason));
  }

  private static ReceivedEvent ofAccount(UUID account) {
    return World.event("account.account-closed.v1", "{\"accountId\":\"%s\"}".formatted(account));
  }
}
