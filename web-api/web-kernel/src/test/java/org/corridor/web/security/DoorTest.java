package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;
import org.corridor.platform.json.Json;
import org.corridor.web.audit.DenialAudit;
import org.corridor.web.correlation.CorrelationFilter;
import org.corridor.web.problem.Problem;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let through the door, what is told to others, and what an auditor reads of it. */
class DoorTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Logger AUDIT = Logger.getLogger("org.corridor.audit");

  private final List<String> audited = new ArrayList<>();
  private final Handler listening = new Listening(audited);
  private final Dispatcher door = MockDispatcherFactory.createDispatcher();

  private Caller caller;

  /** What there is behind it. */
  @Path("/cards")
  public static class Cards {

    @GET
    @Path("{id}")
    @RequiresPermission("cards:read")
    public Response read(@PathParam("id") String id) {
      return switch (id) {
        case "mine" -> Response.ok().build();
        case "of-others" -> Problem.forbidden("This card is not yours.").toResponse();
        default -> Problem.notFound("card").toResponse();
      };
    }

    @GET
    @RequiresPermission("cards:read")
    public Response list() {
      return Problem.notFound("page").toResponse();
    }

    @POST
    @RequiresPermission("cards:create")
    @RequiresStepUp
    public Response make() {
      return Response.ok().build();
    }

    @GET
    @Path("forgotten/annotation")
    public Response forgotten() {
      return Response.ok().build();
    }

    @GET
    @Path("open/form")
    @PermitAll
    public Response form() {
      return Response.status(403).build();
    }
  }

  @BeforeEach
  void aDoor() {
    var stepUp = new StepUp(List.of("strong"), Duration.ofMinutes(5));
    var providers = door.getProviderFactory();
    var permissions = new PermissionFilter(stepUp, Clock.fixed(NOON, ZoneOffset.UTC));
    providers.injectProperties(permissions);
    providers.registerProviderInstance(permissions);
    providers.registerProviderInstance(new SignedIn());
    providers.registerProviderInstance(new Problems());
    providers.registerProvider(CorrelationFilter.class);
    providers.registerProvider(DenialAudit.class);
    door.getRegistry().addSingletonResource(new Cards());
    AUDIT.addHandler(listening);
  }

  @AfterEach
  void quiet() {
    AUDIT.removeHandler(listening);
  }

  @Test
  void whoHasThePermissionIsLetThroughAndNothingIsAudited() throws Exception {
    caller = aTeller(NOON, "strong", "cards:read", "cards:create");

    assertThat(answer("GET", "/cards/mine").getStatus()).isEqualTo(200);
    assertThat(answer("POST", "/cards").getStatus()).isEqualTo(200);
    assertThat(audited).isEmpty();
  }

  @Test
  void whoLacksThePermissionIsRefusedAndAuditedWithTheOperationAndTheReason() throws Exception {
    caller = aTeller(NOON, "strong", "cards:read");
    var before = Instant.now();

    var answer = answer("POST", "/cards?secret=1");

    assertThat(answer.getStatus()).isEqualTo(403);
    var line = onlyLine();
    assertThat(line.get("event").asText()).isEqualTo("access-denied");
    assertThat(Instant.parse(line.get("at").asText())).isBetween(before, Instant.now());
    assertThat(line.get("subject").asText()).isEqualTo("teller-1");
    assertThat(line.get("branch").asText()).isEqualTo("BER");
    assertThat(line.get("method").asText()).isEqualTo("POST");
    assertThat(line.get("operation").asText()).isEqualTo("/cards");
    assertThat(line.get("path").asText()).isEqualTo("/cards");
    assertThat(line.get("permission").asText()).isEqualTo("cards:create");
    assertThat(line.get("status").asInt()).isEqualTo(403);
    assertThat(line.get("code").asText()).isEqualTo("forbidden");
    assertThat(line.get("reason").asText()).isEqualTo("This needs the permission cards:create.");
    assertThat(line.get("correlationId").asText())
        .isEqualTo(answer.getOutputHeaders().getFirst("X-Correlation-Id"));
  }

  @Test
  void whatAUseCaseForbidsIsAuditedToo() throws Exception {
    caller = aTeller(NOON, "strong", "cards:read");

    assertThat(answer("GET", "/cards/of-others").getStatus()).isEqualTo(403);

    var line = onlyLine();
    assertThat(line.get("operation").asText()).isEqualTo("/cards/{id}");
    assertThat(line.get("path").asText()).isEqualTo("/cards/of-others");
    assertThat(line.get("reason").asText()).isEqualTo("This card is not yours.");
  }

  @Test
  void whatIsNotThereOrIsHiddenIsAuditedAsThat() throws Exception {
    caller = aTeller(NOON, "strong", "cards:read");

    assertThat(answer("GET", "/cards/unknown").getStatus()).isEqualTo(404);

    assertThat(onlyLine().get("event").asText()).isEqualTo("not-found-or-hidden");
  }

  @Test
  void whatNamesNothingInParticularHidesNothing() throws Exception {
    caller = aTeller(NOON, "strong", "cards:read");

    assertThat(answer("GET", "/cards").getStatus()).isEqualTo(404);
    assertThat(answer("GET", "/nowhere").getStatus()).isEqualTo(404);

    assertThat(audited).isEmpty();
  }

  @Test
  void aSignInThatIsTooOldOrTooWeakIsAskedForAgainAndAudited() throws Exception {
    for (var signIn :
        List.of(
            new Authentication(NOON.minusSeconds(301), "strong"),
            new Authentication(NOON, "weak"))) {
      audited.clear();
      caller = aTeller(signIn.at(), signIn.acr(), "cards:create");

      var answer = answer("POST", "/cards");

      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.getContentAsString()).contains("\"step-up-required\"");
      assertThat(answer.getOutputHeaders().getFirst("WWW-Authenticate").toString())
          .startsWith("Bearer error=\"insufficient_user_authentication\"")
          .endsWith("acr_values=\"strong\", max_age=\"300\"");
      assertThat(onlyLine().get("code").asText()).isEqualTo("step-up-required");
    }
  }

  @Test
  void whatAsksForNothingIsDoneByNobody() throws Exception {
    caller = aTeller(NOON, "strong", "cards:read", "cards:create");

    assertThat(answer("GET", "/cards/forgotten/annotation").getStatus()).isEqualTo(403);
    assertThat(onlyLine().get("reason").asText()).isEqualTo("Nobody may do this.");
  }

  @Test
  void aFormThatIsRefusedToAStrangerIsAuditedWithoutASubject() throws Exception {
    assertThat(answer("GET", "/cards/open/form").getStatus()).isEqualTo(403);

    assertThat(onlyLine().has("subject")).isFalse();
  }

  private MockHttpResponse answer(String method, String path) throws URISyntaxException {
    var response = new MockHttpResponse();
    door.invoke(MockHttpRequest.create(method, path), response);
    return response;
  }

  private JsonNode onlyLine() {
    assertThat(audited).hasSize(1);
    return Json.read(audited.get(0), JsonNode.class);
  }

  private static Caller aTeller(Instant at, String acr, String... permissions) {
    return new Caller(
        "teller-1", Set.of(permissions), "BER", null, Map.of(), new Authentication(at, acr));
  }

  /** In place of a token. */
  @Priority(Priorities.AUTHENTICATION)
  private final class SignedIn implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (caller != null) {
        request.setSecurityContext(
            new BearerTokenFilter.Authenticated(caller, request.getSecurityContext()));
      }
    }
  }

  private static final class Problems implements MessageBodyWriter<Problem> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
      return type == Problem.class;
    }

    @Override
    public void writeTo(
        Problem problem,
        Class<?> type,
        Type generic,
        Annotation[] on,
        MediaType media,
        MultivaluedMap<String, Object> headers,
        OutputStream stream)
        throws IOException {
      stream.write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class Listening extends Handler {

    private final List<String> lines;

    Listening(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
