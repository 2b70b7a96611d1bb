package org.corridor.notification.infrastructure.sms;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageIDGenerator;
import org.jsmpp.util.RandomMessageIDGenerator;

/** The server's side of SMPP: takes what is submitted, or refuses it as it is told to. */
final class MessageCentre implements AutoCloseable {

  private static final long BIND_MILLISECONDS = 5_000;

  private final SMPPServerSessionListener listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final List<SubmitSm> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger binds = new AtomicInteger();
  private final MessageIDGenerator ids = new RandomMessageIDGenerator();
  private volatile int status;

  private MessageCentre(SMPPServerSessionListener listener) {
    this.listener = listener;
  }

  static MessageCentre start() throws IOException {
    var centre = new MessageCentre(new SMPPServerSessionListener(freePort()));
    centre.threads.execute(centre::accept);
    return centre;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return listener.getPort();
  }

  List<SubmitSm> received() {
    return received;
  }

  int binds() {
    return binds.get();
  }

  /** The status of the next answers; 0 to take what comes. */
  void answer(int commandStatus) {
    status = commandStatus;
  }

  /** As a network does. */
  void cut() {
    sessions.forEach(SMPPServerSession::close);
  }

  static byte[] payload(SubmitSm submitted) {
    return submitted.getOptionalParameter(OptionalParameter.Message_payload.class).getValue();
  }

  @Override
  public void close() throws IOException {
    cut();
    listener.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!threads.isShutdown()) {
      try {
        var session = listener.accept();
        sessions.add(session);
        threads.execute(() -> bind(session));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      session.setMessageReceiverListener(new Receiver());
      var request = session.waitForBind(BIND_MILLISECONDS);
      binds.incrementAndGet();
      request.accept("centre");
    } catch (PDUException | TimeoutException | IOException e) {
      session.close();
    }
  }

  /** Only submissions are of interest. */
  private final class Receiver implements ServerMessageReceiverListener {

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submitted, SMPPServerSession source)
        throws ProcessRequestException {
      if (status != 0) {
        throw new ProcessRequestException("as told", status);
      }
      received.add(submitted);
      return new SubmitSmResult(ids.newMessageId(), new OptionalParameter[0]);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submitted, SMPPServerSession source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replacement, SMPPServerSession source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
        QueryBroadcastSm query, SMPPServerSession source) throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
      throw new ProcessRequestException("not here", 3);
    }
  }
}
