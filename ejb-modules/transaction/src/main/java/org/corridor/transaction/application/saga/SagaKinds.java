package org.corridor.transaction.application.saga;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** All kinds of sagas that there are, by their names. */
@ApplicationScoped
public class SagaKinds {

  private final Map<String, SagaKind> kinds;

  public SagaKinds(Stream<? extends SagaKind> kinds) {
    this.kinds = kinds.collect(toUnmodifiableMap(kind -> kind.plan().kind(), Function.identity()));
  }

  @Inject
  public SagaKinds(@Any Instance<SagaKind> kinds) {
    this(kinds.stream());
  }

  /** For the container's proxy. */
  protected SagaKinds() {
    this(Stream.empty());
  }

  /**
   * @throws IllegalArgumentException if there is no such kind
   */
  public SagaKind kind(String name) {
    var kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("there is no kind of saga called " + name);
    }
    return kind;
  }
}
