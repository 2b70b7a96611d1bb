package org.corridor.platform.events.rabbitmq;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Nothing ever comes, and it never ends. */
final class Silence implements Publisher<Message<?>> {

  @Override
  public void subscribe(Subscriber<? super Message<?>> subscriber) {
    subscriber.onSubscribe(
        new Subscription() {
          @Override
          public void request(long n) {
            // there is nothing
          }

          @Override
          public void cancel() {
            // nothing was begun
          }
        });
  }
}
