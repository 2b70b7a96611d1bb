package org.corridor.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A description of interfaces as a client's author reads it, who is stopped by what is missing. */
final class OpenApiReading {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final List<String> KEY_PROBLEMS =
      List.of(
          "idempotency-key-required",
          "idempotency-key-malformed",
          "idempotency-key-reused",
          "idempotency-key-in-use");

  private final JsonNode document;
  private final List<String> operations = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private OpenApiReading(JsonNode document) {
    this.document = document;
  }

  static OpenApiReading of(JsonNode document) {
    var reading = new OpenApiReading(document);
    var server = document.at("/servers/0/url").asText("");
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(member -> METHODS.contains(member.getKey()))
                    .forEach(
                        member ->
                            reading.read(
                                member.getKey() + " " + server + path.getKey(),
                                member.getValue())));
    reading.references(document);
    return reading;
  }

  /** Method and path of each. */
  List<String> operations() {
    return operations;
  }

  List<String> faults() {
    return faults;
  }

  private void read(String name, JsonNode operation) {
    operations.add(name);
    require(ids.add(operation.path("operationId").asText("")), name, "an operationId of its own");
    require(!operation.path("summary").asText("").isBlank(), name, "a summary");
    var description = operation.path("description").asText("");
    require(description.contains("ermission"), name, "its permission");
    require(operation.path("responses").has("default"), name, "what its problems look like");
    for (var parameter : operation.path("parameters")) {
      if (parameter.path("name").asText().equals("Idempotency-Key")) {
        KEY_PROBLEMS.forEach(code -> require(description.contains(code), name, code));
      }
    }
    operation
        .path("responses")
        .properties()
        .forEach(answer -> answer(name + " " + answer.getKey(), answer.getValue()));
    var request = operation.path("requestBody");
    if (!request.isMissingNode()) {
      require(request.path("required").asBoolean(), name, "that its body is required");
    }
    body(name + " request", request);
  }

  private void answer(String name, JsonNode answer) {
    require(!answer.path("description").asText("").isBlank(), name, "a description");
    body(name, answer);
  }

  private void body(String name, JsonNode body) {
    var json = body.path("content").path("application/json");
    if (!json.isMissingNode()) {
      shape(name, json.path("schema"), 0);
    }
  }

  /** A plain value, a list of something with a shape, or an object that says what is in it. */
  private void shape(String name, JsonNode schema, int depth) {
    var resolved = resolve(schema);
    if (depth > 3) {
      return;
    }
    if (resolved.has("allOf")) {
      resolved.path("allOf").forEach(part -> shape(name, part, depth + 1));
      return;
    }
    var type = resolved.path("type").asText("");
    require(!type.isEmpty(), name, "a type");
    if (type.equals("array")) {
      shape(name + "[]", resolved.path("items"), depth + 1);
    } else if (type.equals("object")) {
      var members = resolved.path("properties");
      var free = resolved.has("additionalProperties") || resolved.has("description");
      require(!members.isEmpty() || free, name, "members");
      members
          .properties()
          .forEach(member -> shape(name + "/" + member.getKey(), member.getValue(), depth + 1));
    }
  }

  private JsonNode resolve(JsonNode schema) {
    var reference = schema.path("$ref").asText("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }

  private void references(JsonNode node) {
    if (node.path("$ref").isTextual()) {
      var reference = node.path("$ref").asText();
      require(!document.at(reference.substring(1)).isMissingNode(), reference, "what it refers to");
    }
    node.forEach(this::references);
  }

  private void require(boolean given, String where, String what) {
    if (!given) {
      faults.add(where + " lacks " + what);
    }
  }
}
