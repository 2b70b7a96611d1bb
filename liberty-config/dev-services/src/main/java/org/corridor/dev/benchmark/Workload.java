package org.corridor.dev.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Something to be measured.
 *
 * @param name of its row in the table
 * @param client makes one of its clients, by number
 * @param each transfers of one request
 * @param mostClients of which more would only wait for each other
 */
record Workload(String name, IntFunction<HttpLoadClient> client, int each, int mostClients) {

  static Workload single(String name, IntFunction<HttpLoadClient> client) {
    return new Workload(name, client, 1, Integer.MAX_VALUE);
  }

  List<HttpLoadClient> clients(int atMost) {
    var count = Math.min(atMost, mostClients);
    var clients = new ArrayList<HttpLoadClient>(count);
    for (var number = 0; number < count; number++) {
      clients.add(client.apply(number));
    }
    return clients;
  }
}
