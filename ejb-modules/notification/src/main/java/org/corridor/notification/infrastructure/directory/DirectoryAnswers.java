package org.corridor.notification.infrastructure.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.client.ClientContact;
import org.corridor.platform.json.Json;

/** Reads what other contexts answer: only what is needed, since they may add members. */
final class DirectoryAnswers {

  private DirectoryAnswers() {}

  static ClientContact client(String json) {
    var client = read(json);
    return new ClientContact(
        id(client),
        required(client, "branch"),
        required(client, "preferredLanguage"),
        contactPoints(client, "EMAIL"),
        contactPoints(client, "PHONE"));
  }

  static UserContact user(String json) {
    var user = read(json);
    var client = user.path("clientId").textValue();
    return new UserContact(
        id(user), client == null ? null : UUID.fromString(client), user.path("email").textValue());
  }

  static PasswordLinkAddress passwordLink(String json) {
    var link = read(json);
    return new PasswordLinkAddress(
        required(link, "address"), Instant.parse(required(link, "validUntil")));
  }

  static AccountSummary account(String json) {
    var account = read(json);
    var client = account.path("clientId").textValue();
    return new AccountSummary(
        id(account),
        required(account, "number"),
        client == null ? null : UUID.fromString(client),
        account.path("branch").textValue(),
        required(account, "currency"));
  }

  private static List<String> contactPoints(JsonNode client, String kind) {
    return StreamSupport.stream(client.path("contactPoints").spliterator(), false)
        .filter(point -> kind.equals(point.path("kind").textValue()))
        .map(point -> required(point, "value"))
        .toList();
  }

  private static UUID id(JsonNode node) {
    return UUID.fromString(required(node, "id"));
  }

  private static String required(JsonNode node, String member) {
    var value = node.path(member).textValue();
    if (value == null) {
      throw new IllegalStateException("the answer of another context has no " + member);
    }
    return value;
  }

  private static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("another context answered with something else", e);
    }
  }
}
