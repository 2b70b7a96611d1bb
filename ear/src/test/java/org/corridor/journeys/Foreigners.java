package org.corridor.journeys;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;

/** Those who have signed in at somebody else's Keycloak. */
final class Foreigners {

  private static final String REDIRECT_URI = "http://127.0.0.1:7777/callback";
  private static final String VERIFIER =
      "a-verifier-that-is-long-enough-for-everybody-in-the-world";
  private static final String CHALLENGE = "STN86o_D5ECdAsHVdpkatoiUNYVmEANe7jJDmYzi1qQ";
  private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");

  private final Door keycloak;
  private final String realm;

  /**
   * @param realm at which they are, such as {@code /realms/bank}
   */
  Foreigners(Door keycloak, String realm) {
    this.keycloak = keycloak;
    this.realm = realm;
  }

  /** The access token of a machine, by its secret. */
  String machine(String client) {
    return token(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            "secret-of-" + client));
  }

  /** The access token of a person, by the sign-in page and an authorization code. */
  String person(String username, String password) {
    var browser = keycloak.asBrowser();
    var asked = new LinkedHashMap<String, String>();
    asked.put("response_type", "code");
    asked.put("client_id", "console");
    asked.put("scope", "openid");
    asked.put("redirect_uri", REDIRECT_URI);
    asked.put("code_challenge", CHALLENGE);
    asked.put("code_challenge_method", "S256");
    var page = browser.get(connect("auth") + "?" + form(asked)).expect(200);

    var action = FORM_ACTION.matcher(page.body());
    if (!action.find()) {
      throw new IllegalStateException("no form: " + page.body());
    }
    var answer =
        browser
            .postForm(
                action.group(1).replace("&amp;", "&"),
                form(Map.of("username", username, "password", password)))
            .expect(302);
    return token(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "console",
            "redirect_uri",
            REDIRECT_URI,
            "code",
            code(answer),
            "code_verifier",
            VERIFIER));
  }

  private String token(Map<String, String> request) {
    return keycloak.postForm(connect("token"), form(request)).expect(200).text("/access_token");
  }

  private String connect(String endpoint) {
    return realm + "/protocol/openid-connect/" + endpoint;
  }

  private static String code(Answer answer) {
    var query = URI.create(answer.header("Location").orElseThrow()).getRawQuery();
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> pair.startsWith("code="))
        .map(pair -> URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no code: " + query));
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
