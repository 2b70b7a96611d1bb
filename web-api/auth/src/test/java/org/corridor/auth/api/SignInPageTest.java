package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignInPageTest {

  private static final URI LOOPBACK = URI.create("http://127.0.0.1:8912/callback");

  @Test
  void showsWhatOthersHaveWrittenAsTextOnly() {
    var page = SignInPage.form("<script>alert('1')</script>", "\"><b>", "'&", false);

    assertThat(page)
        .doesNotContain("<script", "<b>")
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
        .contains("value=\"&quot;&gt;&lt;b&gt;\"")
        .contains("value=\"&#39;&amp;\"");
  }

  @Test
  void labelsEachFieldAndSaysItsLanguage() {
    var page = SignInPage.form("A program", "h", "c", false);

    assertThat(page)
        .contains("<html lang=\"en\">", "<title>Sign in")
        .contains("<label for=\"username\">", "id=\"username\"", "autocomplete=\"username\"")
        .contains(
            "<label for=\"password\">", "id=\"password\"", "autocomplete=\"current-password\"")
        .doesNotContain("role=\"alert\"");
  }

  @Test
  void announcesAFailureInTheSameWordsWhateverItWas() {
    assertThat(SignInPage.form("A program", "h", "c", true)).contains("role=\"alert\"");
  }

  @Test
  void letsTheBrowserUseItsOwnStyleAndNothingElse() throws Exception {
    var page = SignInPage.form("A program", "h", "c", false);
    var style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    var hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));

    assertThat(SignInPage.policy(LOOPBACK))
        .contains(
            "default-src 'none'", "style-src 'sha256-" + hash + "'", "frame-ancestors 'none'");
  }

  @Test
  void letsTheFormLeadToTheClientOnly() {
    assertThat(SignInPage.policy(LOOPBACK)).contains("form-action 'self' http://127.0.0.1:8912;");
    assertThat(SignInPage.policy(URI.create("com.example.app:/cb")))
        .contains("form-action 'self' com.example.app:;");
    assertThat(SignInPage.policy(null)).contains("form-action 'none'");
  }
}
