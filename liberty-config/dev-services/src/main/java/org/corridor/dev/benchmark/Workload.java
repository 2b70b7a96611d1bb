package org.corridor.dev.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Something to be measured.
 *
 * @param name of its row in the table
 * @param client makes one of its clients, by number
 */
record Workload(String name, IntFunction<LoadClient> client) {

  List<LoadClient> clients(int count) {
    var clients = new ArrayList<LoadClient>(count);
    for (var number = 0; number < count; number++) {
      clients.add(client.apply(number));
    }
    return clients;
  }
}
