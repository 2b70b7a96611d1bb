package org.corridor.notification.infrastructure.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Connections to a message centre, none of which is waited for without end. */
final class Sockets {

  private static final int CONNECT_MILLISECONDS = 5_000;

  private Sockets() {}

  static Connection connect(Socket socket, String host, int port) throws IOException {
    try {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLISECONDS);
      return new SocketConnection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The certificate must be for the host. */
  static Connection connectTls(SSLSocketFactory factory, String host, int port) throws IOException {
    var socket = (SSLSocket) factory.createSocket();
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return connect(socket, host, port);
  }
}
