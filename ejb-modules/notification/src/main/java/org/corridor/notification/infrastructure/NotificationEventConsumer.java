package org.corridor.notification.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.corridor.notification.infrastructure.events.AccountNotices;
import org.corridor.notification.infrastructure.events.IdentityNotices;
import org.corridor.notification.infrastructure.events.PaymentNotices;
import org.corridor.notification.infrastructure.events.SecurityNotices;
import org.corridor.notification.infrastructure.webhook.WebhookEvents;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.EventHandler;

/** Takes the events of others that somebody is told of. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationEventConsumer extends ContextEventConsumer {

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Inject private PaymentNotices payments;
  @Inject private AccountNotices accounts;
  @Inject private IdentityNotices identity;
  @Inject private SecurityNotices security;
  @Inject private WebhookEvents webhooks;

  public NotificationEventConsumer() {
    super("notification");
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }

  @Override
  protected List<EventHandler> handlers() {
    return List.of(payments, accounts, identity, security, webhooks);
  }
}
