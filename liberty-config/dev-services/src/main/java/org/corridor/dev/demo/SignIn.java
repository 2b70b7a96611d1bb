package org.corridor.dev.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.corridor.dev.EmbeddedServices;

/** Signs people in as a browser does, and machines with their secret. */
public final class SignIn {

  /**
   * The public client that is there for command lines; any port of the loopback address will do.
   */
  public static final String CLIENT_ID = "corridor-cli";

  public static final String REDIRECT_URI = "http://127.0.0.1:7777/callback";

  private static final String AUTH = "/api/auth/v1";
  private static final Pattern FORM_ACTION =
      Pattern.compile("<form[^>]*action=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern HIDDEN =
      Pattern.compile("<input(?=[^>]*type=\"hidden\")[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final Door door;

  public SignIn(Door door) {
    this.door = door;
  }

  /** Client credentials (RFC 6749, section 4.4); the whole answer of the token endpoint. */
  public Answer machine(String clientId, String secret) {
    return clientCredentials(clientId, secret, "grant_type=client_credentials");
  }

  /** The same, for a part of what the client may do (RFC 6749, section 3.3). */
  public Answer machine(String clientId, String secret, String scope) {
    return clientCredentials(
        clientId, secret, "grant_type=client_credentials&scope=" + encode(scope));
  }

  /** The same for the bootstrap client, with a token for one context only (RFC 8707). */
  public Answer machineFor(String resource, String secret) {
    var form = "grant_type=client_credentials&resource=" + encode(resource);
    return clientCredentials(EmbeddedServices.BOOTSTRAP_CLIENT, secret, form).expect(200);
  }

  private Answer clientCredentials(String clientId, String secret, String form) {
    var basic = encode(clientId) + ":" + encode(secret);
    return door.withAuthorization(
            "Basic "
                + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.US_ASCII)))
        .postForm(AUTH + "/token", form);
  }

  /**
   * Authorization code with PKCE (RFC 7636) through the sign-in page; the token endpoint's answer.
   */
  public Answer person(String username, String password) {
    var verifier = random();
    var browser = door.asBrowser();
    var asked = new LinkedHashMap<String, String>();
    asked.put("response_type", "code");
    asked.put("client_id", CLIENT_ID);
    asked.put("redirect_uri", REDIRECT_URI);
    asked.put("state", random());
    asked.put("code_challenge", challenge(verifier));
    asked.put("code_challenge_method", "S256");
    var page = browser.get(AUTH + "/authorize?" + form(asked)).expect(200);

    var fields = hiddenFields(page.body());
    fields.put("username", username);
    fields.put("password", password);
    var redirect = browser.postForm(action(page.body()), form(fields));
    if (redirect.status() != 302 && redirect.status() != 303) {
      return redirect;
    }
    var returned = query(URI.create(redirect.header("Location").orElseThrow()));
    if (!asked.get("state").equals(returned.get("state"))) {
      throw new IllegalStateException("the state did not come back");
    }
    return door.postForm(
        AUTH + "/token",
        form(
            Map.of(
                "grant_type", "authorization_code",
                "code", returned.get("code"),
                "redirect_uri", REDIRECT_URI,
                "client_id", CLIENT_ID,
                "code_verifier", verifier)));
  }

  /** Exchanges a refresh token for new ones. */
  public Answer refresh(String refreshToken) {
    return door.postForm(
        AUTH + "/token",
        form(
            Map.of(
                "grant_type", "refresh_token",
                "refresh_token", refreshToken,
                "client_id", CLIENT_ID)));
  }

  private static String action(String page) {
    var form = FORM_ACTION.matcher(page);
    if (!form.find()) {
      throw new IllegalStateException("the sign-in page has no form: " + page);
    }
    return URI.create(AUTH + "/authorize").resolve(unescape(form.group(1))).toString();
  }

  private static Map<String, String> hiddenFields(String page) {
    var fields = new LinkedHashMap<String, String>();
    var inputs = HIDDEN.matcher(page);
    while (inputs.find()) {
      var name = NAME.matcher(inputs.group());
      var value = VALUE.matcher(inputs.group());
      if (name.find() && value.find()) {
        fields.put(unescape(name.group(1)), unescape(value.group(1)));
      }
    }
    return fields;
  }

  private static String unescape(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static Map<String, String> query(URI uri) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : uri.getRawQuery().split("&", -1)) {
      var equals = pair.indexOf('=');
      values.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return values;
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return base64(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
