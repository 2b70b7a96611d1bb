package org.corridor.notification.infrastructure.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server (RFC 5321, section 4.1.1) that thinks for a while before each answer. */
final class SlowSmtpServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Duration pause;
  private final List<String> messageIds = new CopyOnWriteArrayList<>();

  SlowSmtpServer(Duration pause) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.pause = pause;
    new Thread(this::accept, "slow-smtp").start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Of the mails that were taken. */
  List<String> messageIds() {
    return List.copyOf(messageIds);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var caller = socket.accept();
        new Thread(() -> serve(caller), "slow-smtp-caller").start();
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        var in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
      answer(caller, "220 slow.example");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("DATA")) {
          answer(caller, "354 go on");
          var id = messageId(in);
          messageIds.add(id);
        }
        answer(caller, line.equals("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException | InterruptedException e) {
      // the caller did not wait
      Thread.currentThread().interrupt();
    }
  }

  private static String messageId(BufferedReader in) throws IOException {
    String id = null;
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Message-ID: ")) {
        id = line.substring("Message-ID: ".length());
      }
    }
    return id;
  }

  private void answer(Socket caller, String line) throws IOException, InterruptedException {
    Thread.sleep(pause.toMillis());
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
