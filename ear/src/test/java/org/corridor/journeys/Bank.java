package org.corridor.journeys;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.corridor.dev.proof.LedgerVerification;

/** What bankers do all day, in their words; each through the front door. */
final class Bank {

  static final String CLIENTS = "/api/client/v1/clients";
  static final String ACCOUNTS = "/api/account/v1/accounts";
  static final String JOURNALS = "/api/account/v1/journals";
  static final String LEDGER = "/api/account/v1/ledger";
  static final String TRANSFERS = "/api/transaction/v1/transfers";
  static final String DEPOSITS = "/api/transaction/v1/deposits";
  static final String WITHDRAWALS = "/api/transaction/v1/withdrawals";
  static final String TRANSACTIONS = "/api/transaction/v1/transactions";

  private static final Duration VERIFIED = Duration.ofMinutes(2);

  private final House house;

  Bank(House house) {
    this.house = house;
  }

  /** A client whom the agent has registered, compliance approved, and the agent activated. */
  String anActiveClient() {
    var agent = house.as("agent");
    var id = agent.post(CLIENTS, person("Clara")).expect(201).text("/id");
    var path = CLIENTS + "/" + id;
    agent.post(path + "/kyc/submission", "{}", "If-Match", etag(agent, path)).expect(200);
    var compliance = house.as("compliance");
    compliance
        .post(path + "/kyc/approval", "{\"level\":\"VERIFIED\"}", "If-Match", etag(agent, path))
        .expect(200);
    agent.post(path + "/activation", "{}", "If-Match", etag(agent, path)).expect(200);
    return id;
  }

  /** A euro current account of a new client at branch BER. */
  String anAccount() {
    return openAccount(anActiveClient());
  }

  String openAccount(String clientId) {
    return house
        .as("agent")
        .post(ACCOUNTS, "{\"clientId\":\"" + clientId + "\",\"product\":\"CURRENT-EUR\"}")
        .expect(201)
        .text("/id");
  }

  String anAccountWith(String euros) {
    var account = anAccount();
    payIn(account, euros).expect(201);
    return account;
  }

  Answer payIn(String account, String euros) {
    return house.as("teller").post(DEPOSITS, cash(account, euros));
  }

  CompletableFuture<Answer> payOutAsync(String account, String euros) {
    return house.as("teller").postAsync(WITHDRAWALS, cash(account, euros));
  }

  Answer transfer(Door who, String from, String to, String euros, String... headers) {
    return who.post(TRANSFERS, transferOf(from, to, euros), headers);
  }

  CompletableFuture<Answer> transferAsync(String from, String to, String euros, String key) {
    return house
        .as("teller")
        .postAsync(TRANSFERS, transferOf(from, to, euros), "Idempotency-Key", key);
  }

  /** Available, as a decimal string. */
  String available(String account) {
    return balance(account, "/available/amount");
  }

  String booked(String account) {
    return balance(account, "/booked/amount");
  }

  String balance(String account, String pointer) {
    return house.asMachine().get(ACCOUNTS + "/" + account + "/balance").expect(200).text(pointer);
  }

  /** That the hash chain holds, the books sum to zero, and the balances equal the entries. */
  boolean booksBalance() {
    return new LedgerVerification(house.asMachine(), VERIFIED).isSound();
  }

  static String etag(Door who, String path) {
    return who.get(path).expect(200).header("ETag").orElseThrow();
  }

  static String person(String givenName) {
    return """
        {"branch":"BER",
         "individual":{"givenName":"%s","familyName":"Journey","birthDate":"1990-04-01",\
        "nationality":"DE"},
         "addresses":[{"kind":"HOME","street":"Torstraße","buildingNumber":"7",\
        "postCode":"10119","town":"Berlin","country":"DE"}],
         "contactPoints":[],"preferredLanguage":"de"}"""
        .formatted(givenName);
  }

  static String cash(String account, String euros) {
    return "{\"accountId\":\"" + account + "\",\"amount\":" + euro(euros) + "}";
  }

  static String transferOf(String from, String to, String euros) {
    return "{\"sourceAccountId\":\""
        + from
        + "\",\"destinationAccountId\":\""
        + to
        + "\",\"amount\":"
        + euro(euros)
        + ",\"reference\":\"a journey\"}";
  }

  static String euro(String amount) {
    return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
  }

  static String aNewId() {
    return UUID.randomUUID().toString();
  }
}
