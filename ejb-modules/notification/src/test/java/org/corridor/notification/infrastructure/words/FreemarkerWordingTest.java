package org.corridor.notification.infrastructure.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.kernel.Money;
import org.corridor.notification.application.Wording.Telling;
import org.corridor.notification.application.Wording.Words;
import org.corridor.notification.domain.Amounts;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FreemarkerWordingTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant AT = Instant.parse("2026-11-02T23:30:00Z");
  private static final UUID TRANSACTION = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private static final UUID ACCOUNT = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e01");
  private static final String NUMBER = "CO8300000000000042";

  /** Longer ones are sent in several parts; with other letters than ASCII a part has 67 of them. */
  private static final int BRIEF = 201;

  private final FreemarkerWording wording = new FreemarkerWording();

  static Stream<Arguments> everything() {
    return Arrays.stream(NoticeType.values())
        .flatMap(
            type ->
                Arrays.stream(Language.values())
                    .flatMap(
                        language ->
                            Arrays.stream(Channel.values())
                                .map(channel -> Arguments.of(type, language, channel))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyNoticeHasItsWordsInEveryLanguageForEveryChannel(
      NoticeType type, Language language, Channel channel) {
    for (var amounts : Amounts.values()) {
      var told = preferences(amounts).told(factsOf(type), channel);

      var words = wording.words(new Telling(type, told, AT, language, BERLIN, linkOf(type)));

      assertThat(words.subject()).isNotBlank().doesNotContain("\n").hasSizeLessThan(60);
      assertThat(words.brief()).isNotBlank().doesNotContain("\n").hasSizeLessThan(BRIEF);
      assertThat(words.text()).contains(words.text().strip());
      assertThat(words.html()).contains("<html lang=\"" + language.code() + "\">");
      saysNoMoreThanItMay(words, amounts.mayStandIn(channel));
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyNoticeHasWordsAlsoIfTheAccountCannotBeTold(
      NoticeType type, Language language, Channel channel) {
    var facts = factsOf(type);
    var unknown = new Facts(null, null, null, null, facts.count(), facts.validUntil(), null);

    assertThat(wording.words(new Telling(type, unknown, AT, language, BERLIN, linkOf(type))).text())
        .doesNotContain("null");
  }

  static Stream<Arguments> summaries() {
    return everything().filter(arguments -> ((NoticeType) arguments.get()[0]).mayBeSummedUp());
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void manyAtOnceHaveTheirWords(NoticeType type, Language language, Channel channel) {
    for (var amounts : Amounts.values()) {
      var facts = Facts.ofSummary(ACCOUNT, Money.of(12_50, "EUR"), 1_200).withAccountNumber(NUMBER);
      var told = preferences(amounts).told(facts, channel);

      var words = wording.words(new Telling(type, told, AT, language, BERLIN));

      assertThat(words.brief()).containsPattern("1[.,]200").hasSizeLessThan(BRIEF);
      assertThat(words.text()).containsPattern("1[.,]200").contains("2026");
      saysNoMoreThanItMay(words, amounts.mayStandIn(channel));
    }
  }

  @Test
  void writesNumbersAndTimesAsTheRecipientReadsThem() {
    var facts =
        Facts.ofPayment(TRANSACTION, ACCOUNT, Money.of(1_234_50, "EUR")).withAccountNumber(NUMBER);

    var english = words(NoticeType.MONEY_SENT, facts, Language.EN);
    var german = words(NoticeType.MONEY_SENT, facts, Language.DE);
    var yen = Facts.ofPayment(TRANSACTION, ACCOUNT, Money.of(1_234, "JPY"));

    assertThat(english.brief()).isEqualTo("€1,234.50 was sent from your account ending in 0042.");
    assertThat(german.brief())
        .isEqualTo("1.234,50\u00a0€ wurden von Ihrem Konto mit der Endung 0042 überwiesen.");
    assertThat(english.text()).contains("3 November 2026", "00:30");
    assertThat(german.text()).contains("3. November 2026", "00:30");
    assertThat(words(NoticeType.MONEY_SENT, yen, Language.EN).brief()).contains("1,234 was sent");
  }

  @Test
  void whatIsMissingIsAnErrorAndNeverAGap() {
    assertThatIllegalStateException()
        .isThrownBy(() -> words(NoticeType.SIGN_IN_FAILURES, Facts.none(), Language.EN));
    assertThatIllegalStateException()
        .isThrownBy(() -> words(NoticeType.KYC_APPROVED, Facts.none(), Language.DE));
  }

  @Test
  void escapesWhatStandsInHtml() {
    var facts = new Facts(ACCOUNT, "<b>&", Money.of(1, "EUR"), TRANSACTION, null, null, null);

    var words = words(NoticeType.MONEY_SENT, facts, Language.EN);

    assertThat(words.html()).contains("&lt;b&gt;&amp;").doesNotContain("<b>");
    assertThat(words.text()).contains("<b>&");
  }

  private Words words(NoticeType type, Facts facts, Language language) {
    return wording.words(new Telling(type, facts, AT, language, BERLIN));
  }

  /** Neither ids nor the account's number; the amount only where it may stand. */
  private static void saysNoMoreThanItMay(Words words, boolean amount) {
    for (var text : List.of(words.subject(), words.brief(), words.text(), words.html())) {
      assertThat(text)
          .doesNotContain(NUMBER)
          .doesNotContain(NUMBER.substring(NUMBER.length() - 6))
          .doesNotContain(TRANSACTION.toString())
          .doesNotContain(ACCOUNT.toString())
          .doesNotContain("${", "null", "@");
      if (!amount) {
        assertThat(text).doesNotContain("12.50", "12,50", "€", "EUR");
      }
    }
  }

  private static Preferences preferences(Amounts amounts) {
    var initial = Preferences.initial(BERLIN);
    return new Preferences(0, null, BERLIN, amounts, initial.channels(), null);
  }

  private static PasswordLinkAddress linkOf(NoticeType type) {
    return factsOf(type).linkId() == null
        ? null
        : new PasswordLinkAddress("https://bank.example/link?token=x", AT);
  }

  /** As the handlers of events make them. */
  private static Facts factsOf(NoticeType type) {
    return switch (type) {
      case ACCOUNT_FROZEN, ACCOUNT_UNFROZEN, ACCOUNT_CLOSED ->
          Facts.ofAccount(ACCOUNT).withAccountNumber(NUMBER);
      case KYC_APPROVED -> Facts.validUntil(LocalDate.of(2028, 11, 2));
      case KYC_REJECTED,
          KYC_EXPIRED,
          PASSWORD_CHANGED,
          SECOND_FACTOR_ENABLED,
          SECOND_FACTOR_DISABLED,
          RECOVERY_CODE_USED,
          RECOVERY_CODES_RENEWED,
          PASSKEY_REGISTERED,
          PASSKEY_REMOVED,
          PASSKEY_SUSPENDED,
          NEW_DEVICE ->
          Facts.none();
      case PASSWORD_RESET, INVITATION -> Facts.ofLink(TRANSACTION);
      case SIGN_IN_FAILURES -> Facts.ofCount(5);
      default ->
          Facts.ofPayment(TRANSACTION, ACCOUNT, Money.of(12_50, "EUR")).withAccountNumber(NUMBER);
    };
  }
}
