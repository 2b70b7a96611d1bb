package org.corridor.transaction.infrastructure.file;

import static java.util.stream.Collectors.toMap;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.platform.json.Json;

/** How it is stored in whose name a file is paid; as {@link Caller}, whose members it has. */
record StoredCaller(
    String subject,
    Set<String> permissions,
    String branch,
    UUID clientId,
    Map<String, Long> amountLimits) {

  static String write(Caller caller) {
    var limits =
        caller.amountLimits().entrySet().stream()
            .collect(toMap(limit -> limit.getKey().getCurrencyCode(), Map.Entry::getValue));
    return Json.write(
        new StoredCaller(
            caller.subject(), caller.permissions(), caller.branch(), caller.clientId(), limits));
  }

  static Caller read(String json) {
    var stored = Json.read(json, StoredCaller.class);
    var limits =
        stored.amountLimits().entrySet().stream()
            .collect(toMap(limit -> Currency.getInstance(limit.getKey()), Map.Entry::getValue));
    return new Caller(
        stored.subject(), stored.permissions(), stored.branch(), stored.clientId(), limits);
  }
}
