package org.corridor.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the description of each context's interface. A server describes what it finds in the
 * WAR itself; what the contexts share lies in libraries, so it is said here: the version in every
 * path, the schemas of problems and money, the problem as every operation's other answer, that no
 * operation takes a body that may be absent, and how callers authenticate.
 */
public final class CommonDescription implements OASFilter {

  private static final String VERSION = "/v1";
  private static final String SCHEMAS = "#/components/schemas/";

  @Override
  public void filterOpenAPI(OpenAPI description) {
    if (description.getComponents() == null) {
      description.setComponents(OASFactory.createComponents());
    }
    addShared(description.getComponents());
    if (description.getPaths() == null) {
      return;
    }
    var paths = OASFactory.createPaths();
    var found = description.getPaths().getPathItems();
    if (found != null) {
      found.forEach((path, item) -> paths.addPathItem(versioned(path), completed(item)));
    }
    description.setPaths(paths);
  }

  private static String versioned(String path) {
    return path.equals(VERSION) || path.startsWith(VERSION + "/") ? path : VERSION + path;
  }

  private static PathItem completed(PathItem item) {
    if (item.getOperations() != null) {
      item.getOperations().values().forEach(CommonDescription::complete);
    }
    return item;
  }

  private static void complete(Operation operation) {
    addProblem(operation);
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().required(true);
    }
  }

  private static void addProblem(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation.getResponses().addAPIResponse("429", tooMany());
    if (operation.getResponses().getDefaultValue() == null) {
      operation.getResponses().setDefaultValue(problemResponse());
    }
  }

  private static APIResponse problemResponse() {
    return OASFactory.createAPIResponse()
        .description("A problem (RFC 9457); its code is one of those in the description.")
        .content(problemContent());
  }

  private static APIResponse tooMany() {
    return OASFactory.createAPIResponse()
        .description("too-many-requests: the caller has asked too often.")
        .addHeader("Retry-After", header("In how many seconds the next request is let in."))
        .addHeader("RateLimit-Policy", header("How many requests a minute are let in."))
        .addHeader(
            "RateLimit", header("How many are left, and in how many seconds there are more."))
        .content(problemContent());
  }

  private static Header header(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().type(SchemaType.STRING));
  }

  private static Content problemContent() {
    var media =
        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMAS + "Problem"));
    return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media);
  }

  private static void addShared(Components components) {
    components.addSchema("Problem", problem());
    components.addSchema("Fault", fault());
    components.addSchema("Money", money());
    components.addSecurityScheme(
        "bearer",
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description(
                "An access token in the profile of RFC 9068, for this context's audience."));
  }

  private static Schema problem() {
    var members = new LinkedHashMap<String, Schema>();
    members.put("type", text("Stable: urn:corridor:problem: and the code."));
    members.put("title", text("The code for people."));
    members.put("status", OASFactory.createSchema().type(SchemaType.INTEGER));
    members.put("detail", text("What went wrong this time."));
    members.put("instance", text("The correlation id as a URN."));
    members.put("code", text("What went wrong, for machines."));
    members.put("correlationId", text("To be told to support."));
    members.put(
        "errors",
        OASFactory.createSchema()
            .type(SchemaType.ARRAY)
            .items(OASFactory.createSchema().ref(SCHEMAS + "Fault")));
    return OASFactory.createSchema()
        .type(SchemaType.OBJECT)
        .description("What went wrong (RFC 9457).")
        .properties(members)
        .required(
            List.of("type", "title", "status", "detail", "instance", "code", "correlationId"));
  }

  private static Schema fault() {
    var members = new LinkedHashMap<String, Schema>();
    members.put("pointer", text("Where in the body (RFC 6901), or the name of a parameter."));
    members.put("detail", text("What is wrong there."));
    return OASFactory.createSchema()
        .type(SchemaType.OBJECT)
        .properties(members)
        .required(List.of("pointer", "detail"));
  }

  private static Schema money() {
    var members = new LinkedHashMap<String, Schema>();
    members.put("amount", text("A decimal number, never more digits than the currency has."));
    members.get("amount").example("125.00");
    members.put("currency", text("ISO 4217."));
    members.get("currency").example("EUR");
    return OASFactory.createSchema()
        .type(SchemaType.OBJECT)
        .description("An exact amount of one currency.")
        .properties(members)
        .required(List.of("amount", "currency"));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(SchemaType.STRING).description(description);
  }
}
