package org.corridor.notification.infrastructure.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells the addresses of a name. */
@FunctionalInterface
interface Resolver {

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
