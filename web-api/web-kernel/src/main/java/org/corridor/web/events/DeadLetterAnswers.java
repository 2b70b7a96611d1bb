package org.corridor.web.events;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.DeadLetter;
import org.corridor.web.http.Queries;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;

/** What every context answers about its dead letters. */
public final class DeadLetterAnswers {

  private static final int MAX_TYPE = 200;

  private static final int CONFLICT = 409;

  private final ContextEventConsumer consumer;
  private final Function<DeadLetter, ?> inList;
  private final Function<DeadLetter, ?> whole;

  /**
   * @param inList how a letter looks in a list
   * @param whole how it looks by itself
   */
  public DeadLetterAnswers(
      ContextEventConsumer consumer,
      Function<DeadLetter, ?> inList,
      Function<DeadLetter, ?> whole) {
    this.consumer = consumer;
    this.inList = inList;
    this.whole = whole;
  }

  /** A page, in the order of ids, which is nearly that of time. */
  public Response list(String type, String limit, String cursor, UriInfo uri) {
    var size = Page.limit(limit);
    var wanted = Queries.text("type", type, MAX_TYPE);
    var found = consumer.deadLetters().list(Page.id(cursor), wanted, size + 1);
    return Page.of(found, size, (DeadLetter letter) -> letter.id().toString())
        .<Object>map(inList::apply)
        .toResponse(uri);
  }

  public Response read(UUID id) {
    return consumer
        .deadLetters()
        .find(id)
        .map(letter -> Response.ok(whole.apply(letter)).build())
        .orElseGet(DeadLetterAnswers::notFound);
  }

  /** 204 if it was taken now. */
  public Response replay(UUID id) {
    return switch (consumer.replay(id)) {
      case TAKEN -> Response.noContent().build();
      case NOT_THERE -> notFound();
      case FAILED ->
          Problem.of(
                  CONFLICT,
                  "event-not-taken",
                  "The event cannot be taken yet; the letter says why, and stays.")
              .toResponse();
    };
  }

  /** 204 if it is gone now. */
  public Response discard(UUID id) {
    return consumer.deadLetters().remove(id) ? Response.noContent().build() : notFound();
  }

  private static Response notFound() {
    return Problem.notFound("dead letter").toResponse();
  }
}
