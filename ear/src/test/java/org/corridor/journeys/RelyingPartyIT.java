package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.corridor.dev.RelyingParty;
import org.corridor.dev.RelyingPartyMissing;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A certified relying party, Apache's mod_auth_openidc, works against auth unchanged: it finds
 * everything by discovery, signs a person in by code and PKCE, checks the ID token, asks for
 * userinfo, refreshes, and signs the person out.
 */
@ExtendWith(House.Key.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelyingPartyIT {

  private static final String AUTH = "/api/auth/v1/";

  private final House house;
  private final URI site = House.visitor();
  private RelyingParty party;
  private String client;
  private String secret;

  RelyingPartyIT(House house) {
    this.house = house;
  }

  @BeforeAll
  void startTheSite() {
    var registered =
        house
            .asMachine()
            .post(
                AUTH + "api-clients",
                """
                {"name":"A site of others","type":"CONFIDENTIAL",
                 "grantTypes":["authorization_code","refresh_token"],
                 "redirectUris":["%1$s/callback"],"postLogoutRedirectUris":["%1$s/signed-out"],
                 "scopes":["openid","profile","email","accounts:read"]}"""
                    .formatted(site))
            .expect(201);
    client = registered.text("/clientId");
    secret = registered.text("/clientSecret");
    try {
      party = house.startRelyingParty(client, secret);
    } catch (RelyingPartyMissing e) {
      Assumptions.abort("the relying party was not tried: " + e.getMessage());
    }
  }

  @AfterAll
  void stopTheSite() {
    if (party != null) {
      party.close();
    }
  }

  @Test
  void aPersonSignsInIsKnownStaysAndSignsOut() {
    var browser = house.asNobody().asBrowser();

    var asked = redirect(open(browser));
    assertThat(asked.toString())
        .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
    var back = redirect(signIn(browser, browser.get(asked.toString()).expect(200)));
    assertThat(back.toString()).startsWith(site + "/callback?").contains("code=", "iss=");
    var home = redirect(browser.get(back.toString()));
    browser.get(home.toString()).expect(200);

    var known = info(browser);
    assertThat(known.at("/id_token/iss").asText()).isEqualTo(issuer());
    assertThat(known.at("/id_token/aud").asText()).isEqualTo(client);
    assertThat(known.at("/userinfo/sub")).isEqualTo(known.at("/id_token/sub"));
    assertThat(known.at("/userinfo/preferred_username").asText()).isEqualTo("viewer");
    opens(known).expect(200);

    browser.get(refresh(known)).expect(302);
    var refreshed = info(browser);
    assertThat(refreshed.at("/access_token")).isNotEqualTo(known.at("/access_token"));
    assertThat(refreshed.at("/refresh_token")).isNotEqualTo(known.at("/refresh_token"));
    opens(refreshed).expect(200);

    var ending = redirect(browser.get(site + "/callback?logout=" + encode(site + "/signed-out")));
    assertThat(ending.getPath()).isEqualTo(AUTH + "end-session");
    assertThat(redirect(browser.get(ending.toString())).toString())
        .startsWith(site + "/signed-out");
    var again = redirect(open(browser));
    assertThat(browser.get(again.toString()).expect(200).body()).contains("name=\"password\"");
    assertThat(redeem(refreshed).status()).isEqualTo(400);
  }

  @Test
  void anAnswerThatThePersonDidNotAskForLetsNobodyIn() {
    var victim = house.asNobody().asBrowser();
    var thief = house.asNobody().asBrowser();
    var asked = redirect(open(thief));
    var back = redirect(signIn(thief, thief.get(asked.toString()).expect(200)));

    victim.get(back.toString());
    thief.get(back.toString().replaceFirst("code=[^&]*", "code=another"));

    // still to sign in, both of them
    assertThat(redirect(open(victim)).getPath()).isEqualTo(AUTH + "authorize");
    assertThat(redirect(open(thief)).getPath()).isEqualTo(AUTH + "authorize");
  }

  /** As a browser does: a program that did not want a page would be told to go away. */
  private Answer open(Door browser) {
    return browser.get(site + "/protected", "Accept", "text/html");
  }

  private String issuer() {
    return house.asNobody().get(AUTH + ".well-known/openid-configuration").text("/issuer");
  }

  private JsonNode info(Door browser) {
    return browser.get(site + "/callback?info=json").expect(200).json();
  }

  private Answer opens(JsonNode known) {
    return house.asNobody().withToken(known.at("/access_token").asText()).get(Bank.ACCOUNTS);
  }

  private String refresh(JsonNode known) {
    return site
        + "/callback?refresh="
        + encode(site + "/protected")
        + "&access_token="
        + encode(known.at("/access_token").asText());
  }

  private Answer redeem(JsonNode known) {
    var pair = (client + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    return house
        .asNobody()
        .withAuthorization("Basic " + Base64.getEncoder().encodeToString(pair))
        .postForm(
            AUTH + "token",
            "grant_type=refresh_token&refresh_token="
                + encode(known.at("/refresh_token").asText()));
  }

  private Answer signIn(Door browser, Answer page) {
    var answer =
        PageForm.submit(
            browser,
            page,
            Map.of("username", "viewer", "password", house.demo().password("viewer")));
    // the first time it is asked whether the site may
    return answer.status() == 200 && answer.body().contains("name=\"decision\"")
        ? PageForm.submit(browser, answer, Map.of("decision", "allow"))
        : answer;
  }

  private static URI redirect(Answer answer) {
    return URI.create(answer.expect(302, 303).header("Location").orElseThrow());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
