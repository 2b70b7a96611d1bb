package org.corridor.account.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.api.AccountDoor.transfer;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.corridor.account.api.AccountDoor.Answer;
import org.corridor.platform.id.Ids;
import org.corridor.testing.liberty.TokensForTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The WAR as it is built, on the real server, over HTTP; also when all come at once. */
@ExtendWith(ArquillianExtension.class)
class AccountDoorIT {

  private static final NeighboursForTests NEIGHBOURS = new NeighboursForTests();
  private static final String PRODUCT =
      "{\"code\":\"%s\",\"name\":\"Current account\",\"kind\":\"CURRENT\",\"currency\":\"EUR\"}";

  @ArquillianResource private URL url;

  private AccountDoor door;

  /** A verification takes a second to be taken up, so there is one for all. */
  private static AccountDoor lastDoor;

  @Deployment(testable = false)
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("corridor.test.archive")))
        .addAsResource(
            new StringAsset(NEIGHBOURS.settings()), "META-INF/microprofile-config.properties");
  }

  @AfterAll
  static void theLedgerIsSound() throws InterruptedException {
    var verification = lastDoor.checked("ledger/verifications", "").body();
    NEIGHBOURS.close();
    assertThat(verification.at("/report/sound").asBoolean()).as(verification.toString()).isTrue();
  }

  @BeforeEach
  void anAdmin() throws URISyntaxException {
    door = new AccountDoor(url.toURI());
    lastDoor = door;
  }

  @AfterEach
  void theBooksBalance() {
    assertThat(door.get("ledger/trial-balance").body().path("balanced").asBoolean()).isTrue();
  }

  private String aProduct() {
    var code = "P-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    var created = door.post("products", PRODUCT.formatted(code));
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    return code;
  }

  private static String accountOf(UUID client, String product) {
    return "{\"clientId\":\"%s\",\"product\":\"%s\"}".formatted(client, product);
  }

  private Answer anAccount() {
    var opened = door.post("accounts", accountOf(NEIGHBOURS.aClient("ACTIVE"), aProduct()));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    return opened;
  }

  private String aWalletWith(String amount) {
    var wallet = door.aWallet();
    assertThat(door.transfer(Ids.next(), door.aSource(), wallet, amount).status()).isEqualTo(201);
    return wallet;
  }

  private static long count(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  @Test
  void theLifeOfAnAccount() {
    var opened = anAccount();
    var path = "accounts/" + opened.id();
    assertThat(opened.response().headers().firstValue("Location").orElseThrow()).endsWith(path);
    assertThat(opened.etag()).isEqualTo("\"1\"");
    assertThat(door.get(path).body()).isEqualTo(opened.body());
    assertThat(door.transfer(Ids.next(), door.aSource(), opened.id(), "100.00").status())
        .isEqualTo(201);

    assertThat(door.post(path + "/freeze", "{\"reason\":\"COMPLIANCE\"}").status()).isEqualTo(428);
    var frozen = door.post(path + "/freeze", "{\"reason\":\"COMPLIANCE\"}", "If-Match", "\"1\"");
    assertThat(frozen.status()).isEqualTo(200);
    assertThat(frozen.body().path("status").asText()).isEqualTo("FROZEN");
    assertThat(door.transfer(Ids.next(), door.aSource(), opened.id(), "1.00").code())
        .isEqualTo("account-not-open");
    assertThat(door.post(path + "/unfreeze", "", "If-Match", "\"1\"").status()).isEqualTo(412);
    assertThat(door.post(path + "/unfreeze", "", "If-Match", "\"2\"").status()).isEqualTo(200);

    assertThat(door.post(path + "/close", "", "If-Match", "\"3\"").code())
        .isEqualTo("account-not-empty");
    assertThat(door.transfer(Ids.next(), opened.id(), door.aSource(), "100.00").status())
        .isEqualTo(201);
    var closed = door.post(path + "/close", "", "If-Match", "\"3\"");
    assertThat(closed.body().path("status").asText()).isEqualTo("CLOSED");
    assertThat(door.transfer(Ids.next(), door.aSource(), opened.id(), "1.00").code())
        .isEqualTo("account-not-open");
  }

  @Test
  void anAccountIsOpenedForAnActiveClientOnly() {
    var product = aProduct();
    var prospect = NEIGHBOURS.aClient("PROSPECT");

    assertThat(door.post("accounts", accountOf(prospect, product)).code())
        .isEqualTo("client-not-active");
    assertThat(door.post("accounts", accountOf(UUID.randomUUID(), product)).code())
        .isEqualTo("unknown-client");
    assertThat(door.post("accounts", accountOf(NEIGHBOURS.aClient("ACTIVE"), "NONE")).code())
        .isEqualTo("unknown-product");
  }

  @Test
  void aNeighbourThatFailsIsAskedAgain() {
    var request = accountOf(NEIGHBOURS.aClient("ACTIVE"), aProduct());
    NEIGHBOURS.failures.set(2);

    assertThat(door.post("accounts", request).status()).isEqualTo(201);

    NEIGHBOURS.failures.set(4);
    var unavailable = door.post("accounts", request);
    assertThat(unavailable.status()).isEqualTo(503);
    assertThat(unavailable.code()).isEqualTo("clients-unavailable");
    assertThat(unavailable.response().headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void theSameKeyFiftyTimesAtOnceOpensOneAccount() throws Exception {
    var client = NEIGHBOURS.aClient("ACTIVE");
    var request = accountOf(client, aProduct());
    var key = UUID.randomUUID().toString();

    var answers = door.race(50, i -> door.post("accounts", request, key));

    assertThat(count(answers, 201) + count(answers, 409)).isEqualTo(50);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .extracting(Answer::id)
        .containsOnly(door.post("accounts", request, key).id());
    assertThat(door.get("accounts?clientId=" + client).body().path("items")).hasSize(1);
    var other = accountOf(NEIGHBOURS.aClient("ACTIVE"), aProduct());
    assertThat(door.post("accounts", other, key).code()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void theSamePostingFiftyTimesAtOnceMovesMoneyOnce() throws Exception {
    var id = Ids.next();
    var from = door.aSource();
    var to = door.aWallet();

    var answers = door.race(50, i -> door.transfer(id, from, to, "10.00"));

    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(count(answers, 200)).isEqualTo(49);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
    assertThat(door.booked(to)).isEqualTo("10.00");
    var other = door.transfer(id, from, to, "10.01");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("posting-id-reused");
  }

  @Test
  void fiftyWithdrawalsOfAllTheMoneyEmptyTheAccountOnce() throws Exception {
    var wallet = aWalletWith("10.00");
    var source = door.aSource();

    var answers = door.race(50, i -> door.transfer(Ids.next(), wallet, source, "10.00"));

    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::code)
        .containsOnly("insufficient-funds");
    assertThat(door.booked(wallet)).isEqualTo("0.00");
  }

  @RepeatedTest(3)
  void aHoldIsCapturedOrReleasedNeverBoth() throws Exception {
    var wallet = aWalletWith("10.00");
    var source = door.aSource();
    var hold = Ids.next();
    var path = "accounts/" + wallet + "/holds/" + hold;
    var placed = door.put(path, "{\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}}");
    assertThat(placed.status()).isEqualTo(201);
    var capture = transfer(wallet, source, "10.00", ",\"captures\":\"" + hold + "\"");

    var answers =
        door.race(
            10,
            i ->
                i % 2 == 0
                    ? door.put("journals/" + Ids.next(), capture)
                    : door.post(path + "/release", ""));

    assertThat(count(answers, 201)).isLessThanOrEqualTo(1);
    var status = door.get(path).body().path("status").asText();
    assertThat(status).isEqualTo(count(answers, 201) == 1 ? "CAPTURED" : "RELEASED");
    assertThat(door.booked(wallet)).isEqualTo(count(answers, 201) == 1 ? "0.00" : "10.00");
  }

  @RepeatedTest(3)
  void aJournalIsReversedOnce() throws Exception {
    var source = door.aSource();
    var wallet = door.aWallet();
    var journal = Ids.next();
    door.transfer(journal, source, wallet, "10.00");
    door.transfer(Ids.next(), source, wallet, "100.00");
    var reversal = transfer(wallet, source, "10.00", ",\"reverses\":\"" + journal + "\"");

    var answers = door.race(10, i -> door.put("journals/" + Ids.next(), reversal));

    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::code)
        .containsOnly("already-reversed");
    assertThat(door.booked(wallet)).isEqualTo("100.00");
  }

  @Test
  void oppositeTransfersNeverDeadlock() throws Exception {
    var one = aWalletWith("100.00");
    var two = aWalletWith("100.00");

    var answers =
        door.race(
            40,
            i ->
                i % 2 == 0
                    ? door.transfer(Ids.next(), one, two, "1.00")
                    : door.transfer(Ids.next(), two, one, "1.00"));

    assertThat(count(answers, 201)).isEqualTo(40);
    assertThat(door.booked(one)).isEqualTo("100.00");
  }

  @Test
  void nothingIsPostedOnAnAccountOnceItIsFrozen() throws Exception {
    var account = anAccount();
    var source = door.aSource();
    var path = "accounts/" + account.id();

    var answers =
        door.race(
            30,
            i ->
                i == 10
                    ? door.post(
                        path + "/freeze", "{\"reason\":\"COMPLIANCE\"}", "If-Match", "\"1\"")
                    : door.transfer(Ids.next(), source, account.id(), "1.00"));

    assertThat(answers.get(10).status()).isEqualTo(200);
    assertThat(door.booked(account.id())).isEqualTo(count(answers, 201) + ".00");
    assertThat(door.transfer(Ids.next(), source, account.id(), "1.00").code())
        .isEqualTo("account-not-open");
  }

  @Test
  void connectionsThatAreKilledLoseAndDoubleNothing() throws Exception {
    var source = door.aSource();
    var wallet = door.aWallet();
    var killer = new Thread(AccountDoorIT::killAllConnectionsAFewTimes);
    killer.start();

    var answers = door.race(20, i -> transferTenTimes(source, wallet));
    killer.join();

    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201);
    assertThat(door.booked(wallet)).isEqualTo("200.00");
  }

  /** Each until it is answered, with the same id: what every caller does. */
  private Answer transferTenTimes(String from, String to) {
    Answer answer = null;
    for (var i = 0; i < 10; i++) {
      var id = Ids.next();
      do {
        answer = door.transfer(id, from, to, "1.00");
      } while (answer.status() == 503);
    }
    return answer;
  }

  private static void killAllConnectionsAFewTimes() {
    try (var connection = ServerDatabase.connect();
        var kill =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and usename = current_user")) {
      for (var i = 0; i < 3; i++) {
        kill.execute();
        Thread.sleep(300);
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsThereAlreadyIsNotMadeAgain() {
    var form = PRODUCT.formatted(aProduct());
    var internal =
        "{\"purpose\":\"%s\",\"currency\":\"EUR\"}"
            .formatted("D" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    assertThat(door.post("accounts/internal", internal).status()).isEqualTo(201);

    assertThat(door.post("products", form).code()).isEqualTo("already-exists");
    assertThat(door.post("accounts/internal", internal).status()).isEqualTo(409);
  }

  @Test
  void balancesAndStatementsTellWhatHappened() {
    var wallet = door.aWallet();
    var source = door.aSource();
    var first = door.transfer(Ids.next(), source, wallet, "10.00");
    door.put(
        "journals/" + Ids.next(),
        transfer(source, wallet, "5.00", ",\"valueDate\":\"2030-01-01\""));
    door.put(
        "journals/" + Ids.next(),
        transfer(wallet, source, "2.50", ",\"metadata\":{\"reference\":\"coffee\"}"));
    var path = "accounts/" + wallet;

    assertThat(door.booked(wallet)).isEqualTo("12.50");
    var at = first.body().path("bookedAt").asText();
    assertThat(balance(path, "?at=" + at)).isEqualTo("10.00");
    assertThat(balance(path, "?at=" + Instant.parse(at).minusSeconds(1))).isEqualTo("0.00");
    assertThat(balance(path, "?valueDate=2029-12-31")).isEqualTo("7.50");
    assertThat(balance(path, "?valueDate=2030-01-01")).isEqualTo("12.50");

    var today = LocalDate.now(ZoneOffset.UTC);
    var days = "?from=" + today.minusDays(1) + "&to=" + today.plusDays(1);
    var page = door.get(path + "/statement" + days + "&limit=2").body();
    assertThat(page.at("/opening/amount").asText()).isEqualTo("0.00");
    assertThat(page.at("/closing/amount").asText()).isEqualTo("12.50");
    assertThat(page.path("items")).hasSize(2);
    var next = page.path("next").asText();
    var rest = door.get(path + "/statement" + days + "&limit=2&cursor=" + next).body();
    assertThat(rest.path("items")).hasSize(1);
    assertThat(rest.at("/items/0/seq").asLong()).isEqualTo(3);
    assertThat(rest.at("/items/0/metadata/reference").asText()).isEqualTo("coffee");
    assertThat(rest.has("next")).isFalse();
    var before = door.get(path + "/statement?from=2020-01-01&to=2020-12-31").body();
    assertThat(before.at("/closing/amount").asText()).isEqualTo("0.00");
  }

  private String balance(String path, String query) {
    return door.get(path + "/balance" + query).body().at("/booked/amount").asText();
  }

  @ParameterizedTest(name = "{0} is refused as {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"-1.00\"        | \"0.00\"                | 422 | posting-malformed",
        "\"-1.00\"        | \"-1.01\"               | 422 | unbalanced-posting",
        "\"-1.00\"        | \"-1.001\"              | 400 | malformed-request",
        "\"-1.00\"        | \"1e3\"                 | 400 | malformed-request",
        "\"-1.00\"        | 1.00                    | 400 | malformed-request",
        "\"-1.00\"        | \"99999999999999999999\" | 400 | malformed-request",
        "\"-1.00\"        | \"200000000000000.00\"  | 422 | posting-malformed",
        "\"EUR\"          | \"USD\"                 | 422 | unbalanced-posting",
        "\"EUR\"          | \"XXX\"                 | 400 | malformed-request",
        "\"EUR\"          | \"eur\"                 | 400 | malformed-request",
        "\"kind\":\"TRANSFER\" | \"kind\":\"no\"    | 422 | posting-malformed",
        "\"kind\"         | \"unknown\":1,\"kind\"  | 400 | malformed-request",
        "\"legs\"         | \"legs\":[],\"legs\"    | 400 | malformed-json",
        "]}               | ]                       | 400 | malformed-json",
        "TO               | FROM                    | 422 | posting-malformed",
        "TO               | 00000000-0000-7000-8000-000000000000 | 422 | unknown-account",
        "TO               | nobody                  | 400 | malformed-request",
      })
  void aMalformedPostingChangesNothing(String part, String replacement, int status, String code) {
    var from = aWalletWith("50.00");
    var to = door.aWallet();
    var body =
        transfer("FROM", "TO", "1.00", "")
            .replaceFirst(Pattern.quote(part), replacement)
            .replace("FROM", from)
            .replace("TO\"", to + "\"");

    var answer = door.put("journals/" + Ids.next(), body);

    assertThat(answer.status() + " " + answer.code())
        .as(body + answer.body())
        .isEqualTo(status + " " + code);
    assertThat(door.booked(from)).isEqualTo("50.00");
    assertThat(door.booked(to)).isEqualTo("0.00");
  }

  @ParameterizedTest(name = "GET {0} is {1}")
  @CsvSource({
    "accounts?limit=0, 400",
    "accounts?limit=x, 400",
    "accounts?status=OPEN, 400",
    "accounts?clientId=x, 400",
    "accounts?cursor=x, 400",
    "accounts?cursor=eHg, 400",
    "accounts/x, 404",
    "accounts/00000000-0000-7000-8000-000000000000, 404",
    "accounts/00000000-0000-7000-8000-000000000000/balance, 404",
    "accounts/00000000-0000-7000-8000-000000000000/balance?at=now, 400",
    "accounts/00000000-0000-7000-8000-000000000000/statement, 404",
    "accounts/00000000-0000-7000-8000-000000000000/statement?from=2026-02-01&to=2026-01-01, 400",
    "accounts/00000000-0000-7000-8000-000000000000/statement?from=2026-01-01&to=2026-02-01, 404",
    "journals/00000000-0000-7000-8000-000000000000, 404",
    "products/00000000-0000-7000-8000-000000000000, 404",
    "accounts?limit=1, 200",
    "products, 200",
  })
  void readingSaysWhatIsWrong(String path, int status) {
    var answer = door.get(path);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.response().headers().firstValue("Content-Type").orElseThrow())
        .startsWith(status == 200 ? "application/json" : "application/problem+json");
  }

  @Test
  void whoAsksSeesOnlyWhatItReaches() {
    var account = anAccount();
    var client = account.body().path("clientId").asText();
    var path = "accounts/" + account.id();
    var reads = List.of("accounts:read", "ledger:read", "ledger:post");
    var owner = customer(client, reads);
    var stranger = customer(UUID.randomUUID().toString(), reads);
    var berlin = door.as(TokensForTests.token("account", "t", "\"branch\":\"BER\",", reads));
    var munich = door.as(TokensForTests.token("account", "t2", "\"branch\":\"MUC\",", reads));

    assertThat(owner.get(path).status()).isEqualTo(200);
    assertThat(owner.get("accounts").body().path("items")).hasSize(1);
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.get(path + "/balance").status()).isEqualTo(404);
    assertThat(stranger.get("accounts").body().path("items")).isEmpty();
    assertThat(berlin.get(path + "/balance").status()).isEqualTo(200);
    assertThat(munich.get(path).status()).isEqualTo(404);
    assertThat(munich.get("ledger/trial-balance").status()).isEqualTo(403);
    assertThat(owner.transfer(Ids.next(), account.id(), account.id(), "1.00").status())
        .isEqualTo(403);
    assertThat(owner.post(path + "/close", "", "If-Match", "\"1\"").status()).isEqualTo(403);
  }

  private AccountDoor customer(String client, List<String> permissions) {
    return door.as(
        TokensForTests.token(
            "account", "customer", "\"corridor_client\":\"" + client + "\",", permissions));
  }

  @Test
  void aTokenForAnotherContextIsRefused() {
    var other = door.as(TokensForTests.token("client", "admin", "accounts:read"));

    assertThat(door.get("accounts").status()).isEqualTo(200);
    assertThat(other.get("accounts").status()).isEqualTo(401);
  }

  @Test
  void theLedgerIsVerifiedInTheBackground() throws InterruptedException {
    door.transfer(Ids.next(), door.aSource(), door.aWallet(), "1.00");

    var key = UUID.randomUUID().toString();
    var requested = door.post("ledger/verifications", "", key);
    assertThat(requested.status()).isEqualTo(202);
    assertThat(requested.response().headers().firstValue("Location").orElseThrow())
        .endsWith("ledger/verifications/" + requested.id());
    assertThat(door.post("ledger/verifications", "", key).body()).isEqualTo(requested.body());
    var report = door.checked("ledger/verifications", "").body().path("report");

    assertThat(report.path("sound").asBoolean()).isTrue();
    assertThat(report.at("/sums/EUR").asText()).isEqualTo("0.00");
    assertThat(report.at("/chain/head").asText()).hasSize(64);
    assertThat(report.at("/chain/entries").asLong()).isPositive();
    assertThat(door.get("ledger/verifications?limit=1").body().path("items")).hasSize(1);
    assertThat(door.get("ledger/rebuilds/" + requested.id()).status()).isEqualTo(404);
  }

  @Test
  void aBalanceThatWasTamperedWithIsFoundAndRebuilt() throws Exception {
    var wallet = aWalletWith("10.00");
    try (var connection = ServerDatabase.connect();
        var tamper =
            connection.prepareStatement(
                "update account_balance set booked = booked + 1 where account_id = ?::uuid")) {
      tamper.setString(1, wallet);
      tamper.executeUpdate();
    }

    var dry = door.checked("ledger/rebuilds", "{}").body();
    assertThat(dry.at("/report/problems/0/kind").asText()).isEqualTo("BALANCE");
    assertThat(dry.at("/report/problems/0/accountId").asText()).isEqualTo(wallet);
    assertThat(door.booked(wallet)).isEqualTo("10.01");

    var correcting = "{\"correct\":true,\"reason\":\"a test has tampered\"}";
    var verifier = TokensForTests.token("account", "verifier", "ledger:verify", "ledger:read");
    assertThat(door.as(verifier).post("ledger/rebuilds", correcting).status()).isEqualTo(403);
    assertThat(door.post("ledger/rebuilds", "{\"correct\":true}").status()).isEqualTo(400);
    var rebuilt = door.checked("ledger/rebuilds", correcting).body();
    assertThat(rebuilt.at("/report/corrected").asInt()).isEqualTo(1);
    assertThat(door.booked(wallet)).isEqualTo("10.00");
  }

  @Test
  void theAnswerOfAnotherThreadCarriesTheRequestsCorrelation() {
    var wallet = door.aWallet();
    var request =
        door.request("journals/" + Ids.next())
            .header("Content-Type", "application/json")
            .header("X-Correlation-Id", "my-request")
            .PUT(HttpRequest.BodyPublishers.ofString(transfer(wallet, door.aSource(), "1.00", "")));

    var refused = door.send(request);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("correlationId").asText()).isEqualTo("my-request");
    assertThat(refused.response().headers().firstValue("X-Correlation-Id")).contains("my-request");
  }

  @Test
  void isReadyAndMeasured() throws Exception {
    door.transfer(Ids.next(), door.aSource(), door.aWallet(), "1.00");

    assertThat(plain("/health/ready"))
        .contains("account-database", "account-events", "account-ledger");
    assertThat(plain("/health/live")).contains("account-posters");
    assertThat(plain("/metrics?scope=application"))
        .contains(
            "corridor_account_ledger_commands_total",
            "corridor_account_ledger_queue",
            "corridor_account_ledger_batch",
            "corridor_account_ledger_answer_seconds",
            "corridor_account_ledger_unsealed_batches",
            "corridor_account_ledger_verification_problems",
            "corridor_account_ledger_verification_last_success_seconds",
            "corridor_account_ledger_verification_duration_seconds");
    assertThat(plain("/openapi")).contains("postJournal", "readStatement");
  }

  private String plain(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url.toString()).resolve(path)).build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
