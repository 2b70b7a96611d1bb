package org.corridor.notification.infrastructure.sms;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.domain.Channel;
import org.eclipse.microprofile.config.Config;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;

/**
 * Text messages by SMPP 3.4, over one session that is bound as a transmitter when it is first
 * needed, and again after it has broken.
 */
@ApplicationScoped
public class SmppGateway implements Gateway {

  private static final Logger LOG = Logger.getLogger(SmppGateway.class.getName());
  private static final int AT_ONCE = 4;
  private static final int ANSWER_MILLISECONDS = 10_000;
  private static final int ENQUIRE_MILLISECONDS = 30_000;
  private static final byte NO_PRIORITY = 0;
  private static final byte PROTOCOL = 0;
  private static final byte DO_NOT_REPLACE = 0;
  private static final byte NO_TEMPLATE = 0;

  private final Optional<SmppSettings> settings;
  private SMPPSession session;
  private volatile boolean reachable = true;

  @Inject
  public SmppGateway(Config config) {
    this(SmppSettings.from(config));
  }

  SmppGateway(Optional<SmppSettings> settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected SmppGateway() {
    this(Optional.empty());
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
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
    try {
      submit(message);
      reachable = true;
      return new Result.Taken();
    } catch (NegativeResponseException e) {
      reachable = true;
      LOG.log(Level.INFO, "a text message was not taken: {0}", e.getMessage());
      return SmppStatus.result(e.getCommandStatus());
    } catch (PDUException e) {
      LOG.log(Level.WARNING, "a text message cannot be written", e);
      return new Result.Refused("message-malformed");
    } catch (IOException | ResponseTimeoutException | InvalidResponseException e) {
      reachable = false;
      close();
      LOG.log(Level.WARNING, "text messages cannot be sent; trying again", e);
      return new Result.TryAgain("smpp-unreachable");
    }
  }

  /** The text goes in the parameter message_payload, which has room for any length. */
  private void submit(Outgoing message)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    var from = settings.orElseThrow();
    var coded = SmsText.of(message.words().brief());
    bound(from)
        .submitShortMessage(
            "",
            from.hasNumericSender() ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC,
            from.hasNumericSender() ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
            from.sender(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            message.address().substring(1),
            new ESMClass(),
            PROTOCOL,
            NO_PRIORITY,
            null,
            null,
            new RegisteredDelivery(SMSCDeliveryReceipt.DEFAULT),
            DO_NOT_REPLACE,
            coded.coding(),
            NO_TEMPLATE,
            new byte[0],
            new OptionalParameter.Message_payload(coded.bytes()));
  }

  private synchronized SMPPSession bound(SmppSettings to) throws IOException {
    if (session == null || !session.getSessionState().isTransmittable()) {
      close();
      var fresh = new SMPPSession(to.tls() ? SmppGateway::tls : SmppGateway::plain);
      fresh.setTransactionTimer(ANSWER_MILLISECONDS);
      fresh.setEnquireLinkTimer(ENQUIRE_MILLISECONDS);
      fresh.connectAndBind(
          to.host(),
          to.port(),
          new BindParameter(
              BindType.BIND_TX,
              to.systemId(),
              to.password(),
              "",
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null),
          ANSWER_MILLISECONDS);
      session = fresh;
    }
    return session;
  }

  /** Unbinds; the next message binds again. */
  @PreDestroy
  synchronized void close() {
    if (session != null) {
      session.unbindAndClose();
      session = null;
    }
  }

  private static Connection plain(String host, int port) throws IOException {
    return Sockets.connect(new Socket(), host, port);
  }

  private static Connection tls(String host, int port) throws IOException {
    return Sockets.connectTls((SSLSocketFactory) SSLSocketFactory.getDefault(), host, port);
  }
}
