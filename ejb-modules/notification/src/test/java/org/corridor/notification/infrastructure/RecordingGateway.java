package org.corridor.notification.infrastructure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.domain.Channel;

/** A channel that remembers what it was given, and answers as it is told to. */
final class RecordingGateway implements Gateway {

  final List<Outgoing> sent = new CopyOnWriteArrayList<>();
  volatile Result answer = new Result.Taken();
  private final Channel channel;
  private final BooleanSupplier inUnit;

  RecordingGateway(Channel channel, BooleanSupplier inUnit) {
    this.channel = channel;
    this.inUnit = inUnit;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public boolean isOffered() {
    return true;
  }

  @Override
  public int atOnce() {
    return 4;
  }

  @Override
  public Result send(Outgoing message) {
    if (inUnit.getAsBoolean()) {
      throw new IllegalStateException("something is sent inside of a unit of work");
    }
    sent.add(message);
    return answer;
  }

  @Override
  public boolean isReachable() {
    return true;
  }
}
