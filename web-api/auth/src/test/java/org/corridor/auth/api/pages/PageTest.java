package org.corridor.auth.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final URI LOOPBACK = URI.create("http://127.0.0.1:8912/callback");
  private static final Texts ENGLISH = Texts.in(List.of(Locale.ENGLISH));
  private static final Texts GERMAN = Texts.in(List.of(Locale.FRENCH, Locale.GERMANY));

  @Test
  void showsWhatOthersHaveWrittenAsTextOnly() {
    var page =
        Page.of(ENGLISH, "sign-in.title")
            .paragraph("sign-in.to", "<script>alert('1')</script>")
            .form("sign-in", form -> form.hidden("csrf", "\"><b>"))
            .html();

    assertThat(page)
        .doesNotContain("<script", "<b>")
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
        .contains("value=\"&quot;&gt;&lt;b&gt;\"");
  }

  @Test
  void speaksTheLanguageThatTheBrowserAsksFor() {
    assertThat(signIn(ENGLISH).html()).contains("<html lang=\"en\">", "<title>Sign in");
    assertThat(signIn(GERMAN).html()).contains("<html lang=\"de\">", "<title>Anmelden");
    assertThat(signIn(Texts.in(List.of())).html()).contains("<html lang=\"en\">");
    assertThat(signIn(Texts.in(List.of(Locale.FRENCH))).html()).contains("<html lang=\"en\">");
  }

  @Test
  void tellsTheTimeAsTheReaderWritesItAndByWhichClock() {
    var at = Instant.parse("2026-11-02T23:30:00Z");

    assertThat(ENGLISH.of("account.program", "payroll", at))
        .contains("payroll", "Nov 2, 2026", "11:30", "UTC");
    assertThat(GERMAN.of("account.program", "payroll", at)).contains("02.11.2026, 23:30 UTC");
  }

  @Test
  void labelsEachFieldAndLetsPasswordStoresFillIt() {
    var page = signIn(ENGLISH).html();

    assertThat(page)
        .contains("<label for=\"username\">", "id=\"username\"", "autocomplete=\"username\"")
        .contains(
            "<label for=\"password\">", "id=\"password\"", "autocomplete=\"current-password\"")
        .doesNotContain("role=\"alert\"");
    var inputs = Pattern.compile("<input id=\"([a-z_]+)\"").matcher(page);
    while (inputs.find()) {
      assertThat(page).contains("<label for=\"" + inputs.group(1) + "\">");
    }
  }

  @Test
  void worksWithoutScriptsAndStylesOfItsOwn() {
    var page = signIn(ENGLISH);

    assertThat(page.html())
        .contains("<link rel=\"stylesheet\" href=\"style.css\">")
        .doesNotContain("<script", "<style", " style=", "javascript:", " onclick");
    assertThat(page.policy())
        .contains(
            "default-src 'none'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "script-src");
  }

  @Test
  void letsTheFormLeadToTheClientOnly() {
    assertThat(signIn(ENGLISH).policy()).contains("form-action 'self' http://127.0.0.1:8912;");
    assertThat(
            Page.of(ENGLISH, "sign-in.title")
                .form("x", URI.create("com.example.app:/cb"), form -> form)
                .policy())
        .contains("form-action 'self' com.example.app:;");
    assertThat(Page.of(ENGLISH, "sign-in.title").form("x", form -> form).policy())
        .contains("form-action 'self';");
    assertThat(Page.of(ENGLISH, "sign-in.title").policy()).contains("form-action 'none';");
  }

  @Test
  void hasEveryTextInBothLanguagesWithTheSameGaps() throws IOException {
    var english = words("texts.properties");
    var german = words("texts_de.properties");

    assertThat(german.keySet()).isEqualTo(english.keySet());
    for (var key : english.stringPropertyNames()) {
      assertThat(gaps(german.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
      assertThat(german.getProperty(key)).as(key).isNotBlank();
    }
  }

  private static List<String> gaps(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(gap -> gap.group())
        .sorted()
        .toList();
  }

  private static Properties words(String file) throws IOException {
    var words = new Properties();
    try (var in = Page.class.getResourceAsStream(file);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  private static Page signIn(Texts texts) {
    return Page.of(texts, "sign-in.title")
        .form(
            "sign-in",
            LOOPBACK,
            form -> form.hidden("csrf", "c").username().currentPassword().button("sign-in.button"));
  }
}
