package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;

/** The first form of one of auth's pages, sent as a browser without scripts does. */
final class PageForm {

  private static final String AUTH = "/api/auth/v1/";
  private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\">");

  private PageForm() {}

  /** With what was typed into it. */
  static Answer submit(Door browser, Answer page, Map<String, String> typed) {
    var form = FORM.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    var fields = new HashMap<String, String>();
    HIDDEN
        .matcher(page.body())
        .results()
        .forEach(field -> fields.put(field.group(1), field.group(2)));
    fields.putAll(typed);
    return browser.postForm(
        AUTH + form.group(1),
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
