package org.corridor.dev.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.corridor.dev.EmbeddedServices;

/**
 * A bank with two branches, the people who work there, and two clients with money. It is loaded
 * through the front door, each step by somebody who may take it, and once: what is there is left as
 * it is.
 */
public final class DemoOrganisation {

  private static final String USERS = "/api/auth/v1/users";
  private static final String API_CLIENTS = "/api/auth/v1/api-clients";
  private static final String CLIENTS = "/api/client/v1/clients";
  private static final String PRODUCTS = "/api/account/v1/products";
  private static final String ACCOUNTS = "/api/account/v1/accounts";
  private static final String DEPOSITS = "/api/transaction/v1/deposits";

  private static final List<String> BRANCHES = List.of("BER", "MUC");
  private static final List<String> CURRENCIES = List.of("EUR", "USD");

  private static final List<Person> STAFF =
      List.of(
          new Person("admin", "Ada Admin", "ORG_ADMIN", null, null),
          new Person("agent", "Aaron Agent", "AGENT_ADMIN", "BER", null),
          new Person("agent-muc", "Mona Agent", "AGENT_ADMIN", "MUC", null),
          new Person("teller", "Tina Teller", "TELLER", "BER", "5000.00"),
          new Person("teller2", "Tom Teller", "TELLER", "BER", "5000.00"),
          new Person("teller-muc", "Max Teller", "TELLER", "MUC", "5000.00"),
          new Person("compliance", "Cora Compliance", "COMPLIANCE", null, null),
          new Person("viewer", "Vera Viewer", "GLOBAL_VIEWER", null, null));

  private final Door door;
  private final EmbeddedServices services;
  private final SignedIn bootstrap;

  private record Person(
      String username, String displayName, String role, String branch, String limitInEuro) {}

  private DemoOrganisation(Door door, EmbeddedServices services) {
    this.door = door;
    this.services = services;
    this.bootstrap = new SignedIn(door, this::machineToken);
  }

  /**
   * Loads what is missing.
   *
   * @throws IllegalStateException with the platform's answer, if it refuses a step
   */
  public static DemoOrganisation load(Door door, EmbeddedServices services) {
    var organisation = new DemoOrganisation(door, services);
    // The last person made: if there, so is everything before it.
    if (organisation.user("ben").isEmpty()) {
      organisation.openTheBank();
      organisation.hire();
      organisation.admitCustomer("anna", "Anna", "Ackermann", "500.00");
      organisation.admitCustomer("ben", "Ben", "Becker", "20.00");
    }
    return organisation;
  }

  /** A demo person's password: made at random for this installation. */
  public String password(String username) {
    return services.secrets().get("demo.password." + username);
  }

  /** The token endpoint's answer for the machine client that may do everything. */
  public Answer machineToken() {
    return new SignIn(door)
        .machine(EmbeddedServices.BOOTSTRAP_CLIENT, services.bootstrapSecret())
        .expect(200);
  }

  /** The same for a part of it: of the scope, separated by spaces. */
  public Answer machineToken(String scope) {
    return new SignIn(door)
        .machine(EmbeddedServices.BOOTSTRAP_CLIENT, services.bootstrapSecret(), scope)
        .expect(200);
  }

  /** The first account of a demo customer. */
  public String accountOf(String username) {
    return bootstrap
        .door()
        .get(ACCOUNTS + "?clientId=" + clientOf(username))
        .expect(200)
        .text("/items/0/id");
  }

  /** The client record of a demo customer. */
  public String clientOf(String username) {
    return user(username).orElseThrow().at("/clientId").asText();
  }

  /** The id and the secret of a machine client for trying things out; a new one at each call. */
  public Answer scriptClient() {
    return bootstrap
        .door()
        .post(
            API_CLIENTS,
            """
            {"name":"Demo script","type":"CONFIDENTIAL","grantTypes":["client_credentials"],
             "scopes":["clients:read","products:read","accounts:read","ledger:read",\
            "transactions:read","transactions:create","transactions:cash"]}""")
        .expect(201);
  }

  private void openTheBank() {
    product("CURRENT-EUR", "Current account", "EUR", "CURRENT");
    product("SAVINGS-EUR", "Savings account", "EUR", "SAVINGS");
    product("CURRENT-USD", "Dollar account", "USD", "CURRENT");
    for (var currency : CURRENCIES) {
      for (var branch : BRANCHES) {
        internalAccount("CASH", branch, currency);
      }
      internalAccount("FEES", null, currency);
      internalAccount("SUSPENSE", null, currency);
      internalAccount("NOSTRO_MAIN", null, currency);
    }
  }

  private void product(String code, String name, String currency, String kind) {
    // 409: it is there
    bootstrap
        .door()
        .post(
            PRODUCTS,
            """
            {"code":"%s","name":"%s","currency":"%s","kind":"%s"}"""
                .formatted(code, name, currency, kind))
        .expect(201, 409);
  }

  private void internalAccount(String purpose, String branch, String currency) {
    var where = branch == null ? "" : "\"branch\":\"" + branch + "\",";
    bootstrap
        .door()
        .post(
            ACCOUNTS + "/internal",
            "{\"purpose\":\"" + purpose + "\"," + where + "\"currency\":\"" + currency + "\"}")
        .expect(201, 409);
  }

  private void hire() {
    for (var person : STAFF) {
      if (user(person.username()).isEmpty()) {
        var branch = person.branch() == null ? "" : ",\"branch\":\"" + person.branch() + "\"";
        var limit =
            person.limitInEuro() == null
                ? ""
                : ",\"amountLimits\":[{\"amount\":\""
                    + person.limitInEuro()
                    + "\",\"currency\":\"EUR\"}]";
        createUser(person.username(), person.displayName(), person.role(), branch + limit);
      }
    }
  }

  /** Registered by the agent, approved by compliance, and only then a customer with an account. */
  private void admitCustomer(String username, String givenName, String familyName, String euros) {
    if (user(username).isPresent()) {
      return;
    }
    var agent = signedIn("agent");
    var id = agent.post(CLIENTS, person(username, givenName, familyName)).expect(201).text("/id");
    var client = CLIENTS + "/" + id;
    agent.post(client + "/kyc/submission", "{}", "If-Match", etag(client)).expect(200);
    signedIn("compliance")
        .post(client + "/kyc/approval", "{\"level\":\"VERIFIED\"}", "If-Match", etag(client))
        .expect(200);
    agent.post(client + "/activation", "{}", "If-Match", etag(client)).expect(200);
    var account =
        agent
            .post(ACCOUNTS, "{\"clientId\":\"" + id + "\",\"product\":\"CURRENT-EUR\"}")
            .expect(201)
            .text("/id");
    signedIn("teller")
        .post(
            DEPOSITS,
            "{\"accountId\":\""
                + account
                + "\",\"amount\":{\"amount\":\""
                + euros
                + "\",\"currency\":\"EUR\"},\"reference\":\"Opening deposit\"}")
        .expect(201);
    createUser(username, givenName + " " + familyName, "CUSTOMER", ",\"clientId\":\"" + id + "\"");
  }

  private void createUser(String username, String displayName, String role, String more) {
    bootstrap
        .door()
        .post(
            USERS,
            """
            {"username":"%s","displayName":"%s","password":"%s","roles":["%s"]%s}"""
                .formatted(username, displayName, password(username), role, more))
        .expect(201);
  }

  private Optional<JsonNode> user(String username) {
    for (var user : bootstrap.door().get(USERS + "?limit=200").expect(200).json().at("/items")) {
      if (username.equals(user.at("/username").asText())) {
        return Optional.of(user);
      }
    }
    return Optional.empty();
  }

  private Door signedIn(String username) {
    var tokens = new SignIn(door).person(username, password(username)).expect(200);
    return door.withToken(tokens.text("/access_token"));
  }

  private String etag(String path) {
    return bootstrap.door().get(path).expect(200).header("ETag").orElseThrow();
  }

  private static String person(String username, String givenName, String familyName) {
    return """
        {"branch":"BER",
         "individual":{"givenName":"%s","familyName":"%s","birthDate":"1990-04-01",\
        "nationality":"DE"},
         "addresses":[{"kind":"HOME","street":"Torstraße","buildingNumber":"7",\
        "postCode":"10119","town":"Berlin","country":"DE"}],
         "contactPoints":[{"kind":"EMAIL","value":"%s@example.com"}],
         "preferredLanguage":"de"}"""
        .formatted(givenName, familyName, username);
  }
}
