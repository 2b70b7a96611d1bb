package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.corridor.dev.ClientCertificate;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program's tokens are worth nothing without the certificate that it shows in TLS (RFC 8705). */
@ExtendWith(House.Key.class)
class MutualTlsIT {

  private static final String AUTH = "/api/auth/v1";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String[] PATHS = {Bank.CLIENTS, Bank.ACCOUNTS, Bank.TRANSACTIONS};

  private final House house;
  private final Door nobody;
  private final ClientCertificate own;
  private final ClientCertificate other;

  private Answer program;

  MutualTlsIT(House house) {
    this.house = house;
    this.nobody = house.asNobody();
    this.own = house.services().tls().certificateOf("payroll");
    this.other = house.services().tls().certificateOf("another");
  }

  @BeforeEach
  void aProgramIsRegistered() {
    program =
        house
            .asMachine()
            .post(
                AUTH + "/api-clients",
                """
                {"name":"Payroll","type":"CONFIDENTIAL","grantTypes":["client_credentials"],
                 "scopes":["accounts:read","clients:read","transactions:read"],
                 "tlsClientCertificateBoundAccessTokens":true}""")
            .expect(201);
  }

  @Test
  void aProgramFindsOutThatItCan() {
    var metadata = nobody.get(AUTH + "/.well-known/openid-configuration").expect(200);

    assertThat(metadata.json().at("/tls_client_certificate_bound_access_tokens").asBoolean())
        .isTrue();
    assertThat(program.json().at("/tlsClientCertificateBoundAccessTokens").asBoolean()).isTrue();
  }

  @Test
  void aTokenOpensEachContextWithItsCertificateOnly() {
    var token = token();

    for (var path : PATHS) {
      nobody.showing(own).withToken(token).get(path).expect(200);
      var without = nobody.withToken(token).get(path).expect(401);
      assertThat(without.header("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
      nobody.showing(other).withToken(token).get(path).expect(401);
      nobody.showing(own).withToken(token).get(path).expect(200);
    }
  }

  @Test
  void aProgramThatIsRegisteredSoGetsNoTokenWithoutACertificate() throws IOException {
    var refused = ask(nobody).expect(400);

    assertThat(refused.text("/error")).isEqualTo("invalid_request");
    assertThat(refused.text("/error_description")).contains("certificate");
    for (var header : said()) {
      nobody
          .withAuthorization(basic())
          .post(
              AUTH + "/token",
              "grant_type=client_credentials",
              "Content-Type",
              FORM,
              header[0],
              header[1])
          .expect(400);
    }
  }

  @Test
  void whoAsksIsToldWhatATokenIsBoundTo() {
    var answer =
        nobody
            .withAuthorization(basic())
            .post(AUTH + "/introspect", "token=" + token(), "Content-Type", FORM)
            .expect(200);

    assertThat(answer.json().at("/cnf/x5t#S256").asText()).hasSize(43);
    assertThat(answer.text("/token_type")).isEqualTo("Bearer");
  }

  @Test
  void nobodySaysInAHeaderWhatHeWouldHaveShown() throws IOException {
    var token = token();

    for (var door : new Door[] {nobody, nobody.showing(other)}) {
      for (var path : PATHS) {
        for (var header : said()) {
          door.withToken(token).get(path, header).expect(401);
        }
      }
    }
  }

  /** Whoever gets round the gateway is not taken for it. */
  @Test
  @Tag("distributed")
  void theServersBelieveTheGatewayAlone() throws IOException {
    var token = token();
    var accounts = house.server(Context.ACCOUNT).baseUri() + Bank.ACCOUNTS;

    for (var header : said()) {
      nobody.withToken(token).get(accounts, header).expect(401);
      nobody.showing(other).withToken(token).get(accounts, header).expect(401);
    }
    nobody.showing(own).withToken(token).get(accounts).expect(200);
  }

  /** The certificate, in all forms and under all names that anything could listen to. */
  private String[][] said() throws IOException {
    var pem = Files.readString(own.certificatePem());
    var bare = pem.replaceAll("-----[A-Z ]+-----|[\\r\\n]", "");
    var escaped = URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
    return new String[][] {
      {"X-Client-Cert", escaped},
      {"X-Client-Cert", ":" + bare + ":"},
      {"Client-Cert", ":" + bare + ":"},
      {"Client-Cert", escaped},
      {"$WSCC", bare},
    };
  }

  private String token() {
    return ask(nobody.showing(own)).expect(200).text("/access_token");
  }

  private Answer ask(Door door) {
    return door.withAuthorization(basic())
        .post(AUTH + "/token", "grant_type=client_credentials", "Content-Type", FORM);
  }

  private String basic() {
    var pair = program.text("/clientId") + ":" + program.text("/clientSecret");
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }
}
