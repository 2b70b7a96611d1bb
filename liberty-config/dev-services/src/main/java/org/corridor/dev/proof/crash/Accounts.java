package org.corridor.dev.proof.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.dev.demo.Door;

/** New accounts for one round, and what the platform tells of them. */
final class Accounts {

  private static final int OF_EACH_KIND = 2;
  private static final String PLENTY = "1000.00";
  private static final Duration HEALED_WITHIN = Duration.ofMinutes(3);
  private static final String ACCOUNTS = "/api/account/v1/accounts";

  private final Door door;
  private final Patience patience = new Patience(HEALED_WITHIN);
  private final List<String> sources = new ArrayList<>();
  private final List<String> destinations = new ArrayList<>();

  private Accounts(Door door) {
    this.door = door;
  }

  static Accounts open(Door door, String owner) {
    var accounts = new Accounts(door);
    for (var i = 0; i < OF_EACH_KIND; i++) {
      accounts.sources.add(accounts.open(owner));
      accounts.destinations.add(accounts.open(owner));
    }
    accounts.fundSources();
    return accounts;
  }

  List<String> sources() {
    return sources;
  }

  List<String> destinations() {
    return destinations;
  }

  private String open(String owner) {
    var body = "{\"clientId\":\"" + owner + "\",\"product\":\"CURRENT-EUR\"}";
    return patience.untilStatus(201, () -> door.post(ACCOUNTS, body)).text("/id");
  }

  private void fundSources() {
    var suspense =
        patience
            .untilStatus(200, () -> door.get(ACCOUNTS + "?number=SUSPENSE-EUR"))
            .text("/items/0/id");
    for (var account : sources) {
      var journal = "/api/account/v1/journals/" + UUID.randomUUID();
      var body =
          "{\"kind\":\"FUNDING\",\"legs\":["
              + leg(suspense, "-" + PLENTY)
              + ","
              + leg(account, PLENTY)
              + "]}";
      patience.until(
          answer -> answer.status() == 201 || answer.status() == 200,
          () -> door.put(journal, body));
    }
  }

  private static String leg(String account, String euros) {
    return "{\"accountId\":\""
        + account
        + "\",\"amount\":{\"amount\":\""
        + euros
        + "\",\"currency\":\"EUR\"}}";
  }

  /** Until no transaction waits any more for what the ledger says: the platform heals by itself. */
  void awaitEnds() {
    for (var account : sources) {
      for (var status : new String[] {"CREATED", "UNKNOWN"}) {
        var path = "/api/transaction/v1/transactions?accountId=" + account + "&status=" + status;
        patience.until(
            answer -> answer.status() == 200 && answer.json().at("/items").isEmpty(),
            () -> door.get(path));
      }
    }
  }

  /** The lines of the statement. */
  List<JsonNode> entries(String account) {
    var lines = new ArrayList<JsonNode>();
    // a round may be under way at midnight
    var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    var path = ACCOUNTS + "/" + account + "/statement?limit=200&from=" + yesterday;
    var cursor = "";
    do {
      var page = path + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      var answer = patience.untilStatus(200, () -> door.get(page));
      answer.json().at("/items").forEach(lines::add);
      cursor = answer.json().path("next").asText("");
    } while (!cursor.isEmpty());
    return lines;
  }

  long bookedCents(String account) {
    var path = ACCOUNTS + "/" + account + "/balance";
    var booked = patience.untilStatus(200, () -> door.get(path)).text("/booked/amount");
    return new BigDecimal(booked).movePointRight(2).longValueExact();
  }
}
