package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.corridor.dev.demo.Door;
import org.corridor.dev.demo.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets in who does not belong there, and nobody further than they may. */
@ExtendWith(House.Key.class)
class AccessIT {

  private final House house;
  private final Bank bank;

  AccessIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth/v1/users",
        "/api/client/v1/clients",
        "/api/account/v1/accounts",
        "/api/account/v1/ledger/trial-balance",
        "/api/transaction/v1/transactions"
      })
  void nobodyGetsInWithoutAToken(String path) {
    var answer = house.asNobody().get(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    assertThat(house.asNobody().withToken("eyJhbGciOiJub25lIn0.e30.").get(path).status())
        .isEqualTo(401);
  }

  @Test
  void aTokenForOneContextIsRefusedByAnotherAlsoAfterTheFirstTookIt() {
    var token =
        new SignIn(house.asNobody())
            .machineFor("urn:corridor:client", house.services().bootstrapSecret())
            .text("/access_token");
    var caller = house.asNobody().withToken(token);

    assertThat(caller.get(Bank.CLIENTS).status()).isEqualTo(200);
    assertThat(caller.get(Bank.ACCOUNTS).status()).isEqualTo(401);
    assertThat(caller.get(Bank.TRANSACTIONS).status()).isEqualTo(401);
    assertThat(caller.get(Bank.CLIENTS).status()).isEqualTo(200);
  }

  @Test
  void aCustomerSeesAndMovesOnlyWhatIsItsOwn() {
    var anna = house.as("anna");
    var hers = house.demo().accountOf("anna");
    var his = house.demo().accountOf("ben");

    assertThat(anna.get(Bank.ACCOUNTS + "/" + hers).status()).isEqualTo(200);
    assertThat(anna.get(Bank.ACCOUNTS + "/" + his).status()).isEqualTo(404);
    assertThat(anna.get(Bank.ACCOUNTS + "/" + his + "/balance").status()).isEqualTo(404);
    assertThat(anna.get(Bank.ACCOUNTS).expect(200).json().at("/items"))
        .allSatisfy(
            account ->
                assertThat(account.at("/clientId").asText())
                    .isEqualTo(house.demo().clientOf("anna")));
    assertThat(bank.transfer(anna, his, hers, "1.00").status()).isIn(403, 404, 422);
    bank.transfer(anna, hers, his, "1.00").expect(201);
  }

  @Test
  void aTellerActsAtItsOwnBranchOnly() {
    var account = bank.anAccountWith("10.00");
    var munich = house.as("teller-muc");

    assertThat(munich.get(Bank.ACCOUNTS + "/" + account).status()).isEqualTo(404);
    assertThat(munich.post(Bank.WITHDRAWALS, Bank.cash(account, "1.00")).status())
        .isIn(403, 404, 422);
    assertThat(bank.booked(account)).isEqualTo("10.00");
  }

  @ParameterizedTest
  @CsvSource({
    "teller, POST, /api/account/v1/accounts",
    "teller, PUT, /api/account/v1/journals/01930d2e-7c1a-7000-8000-000000000001",
    "teller, POST, /api/client/v1/clients",
    "viewer, POST, /api/transaction/v1/transfers",
    "compliance, POST, /api/transaction/v1/deposits",
    "anna, POST, /api/transaction/v1/deposits",
    "anna, POST, /api/auth/v1/users",
    "admin, PUT, /api/account/v1/journals/01930d2e-7c1a-7000-8000-000000000001"
  })
  void refusesWhatThePermissionsDoNotCover(String who, String method, String path) {
    Door door = house.as(who);

    var answer = method.equals("PUT") ? door.put(path, "{}") : door.post(path, "{}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("/code")).isEqualTo("forbidden");
  }

  @Test
  void aboveItsLimitATellerWaitsForAnApprovalThatIsNotItsOwn() {
    var from = bank.anAccount();
    var to = bank.anAccount();
    bank.payIn(from, "4000.00").expect(201);
    house.as("teller2").post(Bank.DEPOSITS, Bank.cash(from, "4000.00")).expect(201, 202);
    var teller = house.as("teller");

    var asked = bank.transfer(teller, from, to, "5000.01");

    assertThat(asked.status()).isEqualTo(202);
    var path = Bank.TRANSACTIONS + "/" + asked.text("/id");
    assertThat(asked.text("/status")).isEqualTo("AWAITING_APPROVAL");
    assertThat(bank.booked(to)).isEqualTo("0.00");
    assertThat(teller.post(path + "/approval", "{}").status()).isEqualTo(403);
    house.as("agent").post(path + "/approval", "{}").expect(200, 201);
    assertThat(bank.booked(to)).isEqualTo("5000.01");
  }

  @Test
  void theMakerDoesNotApproveItsOwnKyc() {
    var agent = house.as("agent");
    var id = agent.post(Bank.CLIENTS, Bank.person("Otto")).expect(201).text("/id");
    var path = Bank.CLIENTS + "/" + id;
    agent.post(path + "/kyc/submission", "{}", "If-Match", Bank.etag(agent, path)).expect(200);

    var own =
        agent.post(
            path + "/kyc/approval", "{\"level\":\"VERIFIED\"}", "If-Match", Bank.etag(agent, path));

    assertThat(own.status()).isEqualTo(403);
  }

  @Test
  void anAccountIsOpenedForAnActiveClientOnly() {
    var agent = house.as("agent");
    var prospect = agent.post(Bank.CLIENTS, Bank.person("Paul")).expect(201).text("/id");
    var nobody = UUID.randomUUID().toString();

    for (var client : new String[] {prospect, nobody}) {
      var body = "{\"clientId\":\"" + client + "\",\"product\":\"CURRENT-EUR\"}";
      assertThat(agent.post(Bank.ACCOUNTS, body).status()).isEqualTo(422);
    }
  }

  @Test
  void aRefreshTokenRotatesAndItsSecondUseEndsTheSession() {
    var signIn = new SignIn(house.asNobody());
    var first = signIn.person("viewer", house.demo().password("viewer")).expect(200);

    var second = signIn.refresh(first.text("/refresh_token")).expect(200);

    assertThat(signIn.refresh(first.text("/refresh_token")).status()).isEqualTo(400);
    assertThat(signIn.refresh(second.text("/refresh_token")).status()).isEqualTo(400);
  }

  @Test
  void aWrongPasswordGetsNoCode() {
    var answer = new SignIn(house.asNobody()).person("compliance", "not the password");

    assertThat(answer.status()).isBetween(400, 403);
    assertThat(answer.header("Location")).isEmpty();
  }
}
