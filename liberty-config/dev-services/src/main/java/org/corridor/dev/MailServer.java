package org.corridor.dev;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server on the loopback interface that takes mail for everybody and delivers it into a
 * folder: a file {@code 0001-anna@example.com.eml} for each, which every mail program opens.
 */
public final class MailServer implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final GreenMail server;
  private final AtomicInteger count = new AtomicInteger();
  private final List<Mail> mails = new CopyOnWriteArrayList<>();

  /**
   * A mail as it came.
   *
   * @param text headers and body, as they travel
   */
  public record Mail(String to, String text) {}

  private MailServer(Path folder, int port, GreenMail server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /**
   * Takes mail when this returns.
   *
   * @param home gets {@code run/mail}
   * @throws DevServicesException if the port is taken
   */
  public static MailServer start(Path home, int port) {
    var folder = home.toAbsolutePath().resolve("run").resolve("mail");
    var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    var mail = new MailServer(folder, port, new GreenMail(setup));
    try {
      Files.createDirectories(folder);
      mail.server.getUserManager().setMessageDeliveryHandler(mail::deliver);
      mail.server.start();
    } catch (IOException | RuntimeException e) {
      throw new DevServicesException(
          "The mail server cannot listen on port %d; choose another: -D%s=<port>"
              .formatted(port, Ports.MAIL),
          e);
    }
    return mail;
  }

  /** The environment in which a server finds it. */
  public Map<String, String> environment() {
    return Map.of(
        "CORRIDOR_NOTIFICATION_MAIL_HOST", "127.0.0.1",
        "CORRIDOR_NOTIFICATION_MAIL_PORT", Integer.toString(port),
        "CORRIDOR_NOTIFICATION_MAIL_SECURITY", "none",
        "CORRIDOR_NOTIFICATION_MAIL_FROM", "Corridor <no-reply@corridor.example>");
  }

  /** Where the mails are. */
  public Path folder() {
    return folder;
  }

  /** What has come for an address. */
  public List<Mail> mailsTo(String address) {
    return mails.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private GreenMailUser deliver(MovingMessage message, MailAddress to)
      throws MessagingException, UserException {
    var bytes = new ByteArrayOutputStream();
    try {
      message.getMessage().writeTo(bytes);
      var file = "%04d-%s.eml".formatted(count.incrementAndGet(), safe(to.getEmail()));
      Files.write(folder.resolve(file), bytes.toByteArray());
    } catch (IOException e) {
      throw new MessagingException("the mail cannot be written", e);
    }
    mails.add(new Mail(to.getEmail(), bytes.toString(StandardCharsets.UTF_8)));
    var users = server.getUserManager();
    var user = users.getUserByEmail(to.getEmail());
    return user == null ? users.createUser(to.getEmail(), to.getEmail(), "") : user;
  }

  private static String safe(String address) {
    return address.replaceAll("[^A-Za-z0-9@._+-]", "_");
  }
}
