package org.corridor.notification.infrastructure.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.domain.Channel;
import org.eclipse.microprofile.config.Config;

/**
 * E-mail by SMTP. Each message has a connection of its own: the few that are under way at once need
 * no pool, and none is ever stale.
 */
@ApplicationScoped
public class SmtpGateway implements Gateway {

  private static final Logger LOG = Logger.getLogger(SmtpGateway.class.getName());
  private static final int AT_ONCE = 4;

  private final Optional<MailSettings> settings;
  private volatile boolean reachable = true;

  @Inject
  public SmtpGateway(Config config) {
    this(MailSettings.from(config));
  }

  SmtpGateway(Optional<MailSettings> settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected SmtpGateway() {
    this(Optional.empty());
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public boolean isOffered() {
    return settings.isPresent();
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public boolean isReachable() {
    return reachable;
  }

  @Override
  public Result send(Outgoing message) {
    var to = settings.orElseThrow();
    try {
      Transport.send(mail(session(to), to, message));
      reachable = true;
      return new Result.Taken();
    } catch (AddressException e) {
      LOG.log(Level.FINE, "an address was refused", e);
      return new Result.Refused("address-malformed");
    } catch (SendFailedException e) {
      reachable = true;
      LOG.log(Level.INFO, "mail was not taken: {0}", SmtpRefusal.code(e));
      return SmtpRefusal.result(e);
    } catch (MessagingException e) {
      reachable = false;
      LOG.log(Level.WARNING, "mail cannot be sent; trying again", e);
      return new Result.TryAgain("smtp-unreachable");
    }
  }

  private static Session session(MailSettings settings) {
    return Session.getInstance(
        settings.properties(),
        settings.user() == null
            ? null
            : new Authenticator() {
              @Override
              protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
              }
            });
  }

  private static MimeMessage mail(Session session, MailSettings settings, Outgoing message)
      throws MessagingException {
    var from = new InternetAddress(settings.from(), true);
    var mail = new SameIdMessage(session, messageId(message, from));
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, new InternetAddress(message.address(), true));
    mail.setSubject(message.words().subject(), StandardCharsets.UTF_8.name());
    mail.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now()));
    // RFC 3834: nobody's machine shall answer
    mail.setHeader("Auto-Submitted", "auto-generated");
    var text = new MimeBodyPart();
    text.setText(message.words().text(), StandardCharsets.UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(message.words().html(), StandardCharsets.UTF_8.name(), "html");
    mail.setContent(new MimeMultipart("alternative", text, html));
    return mail;
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  /** The same at each attempt, so that a mail that comes twice can be told from two mails. */
  private static String messageId(Outgoing message, InternetAddress from) {
    var address = from.getAddress();
    return "<" + message.id() + address.substring(address.lastIndexOf('@')) + ">";
  }

  /** Jakarta Mail gives a message a new id when it is saved, unless it is kept from it. */
  private static final class SameIdMessage extends MimeMessage {

    private final String id;

    SameIdMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
