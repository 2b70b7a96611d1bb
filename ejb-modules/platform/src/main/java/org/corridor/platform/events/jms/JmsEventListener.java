package org.corridor.platform.events.jms;

import jakarta.annotation.Resource;
import jakarta.ejb.MessageDrivenContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.DatabaseAway;
import org.corridor.platform.events.EventBatch;
import org.corridor.platform.events.UnreadableEvent;

/**
 * Takes events from the topic. A message is received in a transaction of JMS alone and its events
 * are taken in others, of the database alone: if they fail, the first rolls back and the message
 * comes again; if only the first fails, the inbox knows the events already.
 *
 * <p>Each context that takes events has one, a message-driven bean that is given one message at a
 * time, so that the order of streams is kept.
 */
public abstract class JmsEventListener implements MessageListener {

  private static final Logger LOG = Logger.getLogger(JmsEventListener.class.getName());

  /** Of all instances of the bean: the class is loaded once in an application. */
  private static final Map<Class<?>, RedeliveryOrder> ORDERS = new ConcurrentHashMap<>();

  @Resource private MessageDrivenContext context;

  protected abstract ContextEventConsumer consumer();

  @Override
  public void onMessage(Message message) {
    var order = ORDERS.computeIfAbsent(getClass(), listener -> new RedeliveryOrder());
    var id = id(message);
    if (!order.isNext(id)) {
      context.setRollbackOnly();
      return;
    }
    try {
      take(text(message));
      order.taken(id);
    } catch (DatabaseAway e) {
      LOG.log(Level.WARNING, "events cannot be taken now; they come again", e);
      order.failed(id);
      context.setRollbackOnly();
    } catch (RuntimeException e) {
      order.failed(id);
      throw e;
    }
  }

  private void take(String body) {
    try {
      consumer().take(EventBatch.read(body));
    } catch (IllegalArgumentException noBatch) {
      consumer().putAside(body, noBatch);
    }
  }

  private static String id(Message message) {
    try {
      return message.getJMSMessageID();
    } catch (JMSException e) {
      throw new UnreadableEvent("the message has no id", e);
    }
  }

  private static String text(Message message) {
    try {
      return message.getBody(String.class);
    } catch (JMSException e) {
      throw new UnreadableEvent("the body of the message cannot be read", e);
    }
  }
}
