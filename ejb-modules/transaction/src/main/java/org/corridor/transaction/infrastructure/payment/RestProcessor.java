package org.corridor.transaction.infrastructure.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.corridor.transaction.application.payment.PaymentProcessor;
import org.corridor.transaction.application.payment.ProcessorAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.Accepted;
import org.corridor.transaction.application.payment.ProcessorAnswer.NoAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotKnown;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotReached;
import org.corridor.transaction.application.payment.ProcessorAnswer.Rejected;
import org.corridor.transaction.application.payment.ProcessorAnswer.Settled;
import org.corridor.transaction.application.payment.ProcessorUnavailable;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.Rail;
import org.corridor.transaction.infrastructure.payment.ProcessorCalls.ProcessorCallFailed;
import org.corridor.transaction.infrastructure.payment.ProcessorCalls.Reply;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** The processor over HTTP. Members may be added to its answers. */
@ApplicationScoped
public class RestProcessor implements PaymentProcessor {

  private static final String NAME = "corridor.transaction.processor.name";
  private static final String DEFAULT_NAME = "MAIN";
  private static final int NOT_FOUND = 404;
  private static final int MAX_REFERENCE = 140;

  /** It says that it has not taken it on: too much to do, or not from us. */
  private static final Set<Integer> NOT_TAKEN = Set.of(401, 403, 429, 503);

  private static final Set<Integer> NO = Set.of(400, 409, 422);

  private final ProcessorCalls calls;

  /** For the container's proxy. */
  protected RestProcessor() {
    this(null);
  }

  @Inject
  public RestProcessor(ProcessorCalls calls) {
    this.calls = calls;
  }

  /** A payment as a body: its id is in the path. */
  record Submission(
      String debtorAccount, Money amount, Creditor creditor, String remittance, Rail rail) {

    static Submission of(Payment payment) {
      var instruction = payment.instruction();
      return new Submission(
          instruction.debtor().number(),
          instruction.amount(),
          instruction.creditor(),
          instruction.remittance(),
          instruction.rail());
    }
  }

  @Override
  public String name() {
    return ConfigProvider.getConfig().getOptionalValue(NAME, String.class).orElse(DEFAULT_NAME);
  }

  @Override
  public boolean isThere() {
    return ConfigProvider.getConfig()
        .getOptionalValue(ProcessorCalls.URL, String.class)
        .filter(url -> !url.isBlank())
        .isPresent();
  }

  @Override
  public ProcessorAnswer submit(UUID submissionId, Payment payment) {
    var body = Json.write(Submission.of(payment));
    return answer(
        () ->
            calls.exchange(
                (processor, authorization) -> processor.submit(authorization, submissionId, body)));
  }

  @Override
  public ProcessorAnswer ask(UUID submissionId) {
    return answer(
        () ->
            calls.exchange(
                (processor, authorization) -> processor.payment(authorization, submissionId)));
  }

  @Override
  public List<ReturnedSubmission> returns(long after, int limit) {
    JsonNode items;
    try {
      items =
          calls
              .exchange(
                  (processor, authorization) -> processor.returns(authorization, after, limit))
              .body()
              .path("items");
    } catch (RuntimeException e) {
      throw new ProcessorUnavailable("the processor does not tell what came back", e);
    }
    var found = new ArrayList<ReturnedSubmission>();
    for (var item : items) {
      found.add(
          new ReturnedSubmission(
              item.path("number").longValue(),
              UUID.fromString(item.path("paymentId").asText()),
              told(item, "code"),
              told(item, "reason")));
    }
    return found;
  }

  private static ProcessorAnswer answer(Supplier<Reply> call) {
    try {
      return answer(call.get());
    } catch (CircuitBreakerOpenException | BulkheadException e) {
      return new NotReached("it was not asked, since it has failed or is busy");
    } catch (ProcessorCallFailed e) {
      return NOT_TAKEN.contains(e.status())
          ? new NotReached(e.getMessage())
          : new NoAnswer(e.getMessage());
    } catch (RuntimeException e) {
      return wasNotReached(e)
          ? new NotReached("no connection")
          : new NoAnswer(e.getClass().getSimpleName());
    }
  }

  static ProcessorAnswer answer(Reply reply) {
    if (reply.status() == NOT_FOUND) {
      return new NotKnown();
    }
    var body = reply.body();
    if (NO.contains(reply.status())) {
      return rejected(body);
    }
    var reference = text(body, "reference");
    return switch (body.path("status").asText()) {
      case "ACCEPTED" -> new Accepted(reference);
      case "SETTLED" -> new Settled(reference);
      case "REJECTED" -> rejected(body);
      default -> new NoAnswer("an answer without a status that is known");
    };
  }

  private static Rejected rejected(JsonNode body) {
    var code = text(body, "code");
    var reason = text(body, "reason");
    return new Rejected(
        "The processor refuses it"
            + (code == null ? "" : " (" + code + ")")
            + (reason == null ? "." : ": " + reason));
  }

  private static String told(JsonNode item, String member) {
    var told = text(item, member);
    return told == null ? "not told" : told;
  }

  /** What others write is bounded before it is kept. */
  private static String text(JsonNode body, String member) {
    var value = body.path(member).textValue();
    return value == null || value.length() <= MAX_REFERENCE
        ? value
        : value.substring(0, MAX_REFERENCE);
  }

  private static boolean wasNotReached(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }
}
