package org.corridor.journeys;

import java.time.Duration;
import java.util.List;
import org.corridor.dev.RabbitServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three nodes of RabbitMQ, of which one is killed while money moves. */
@ExtendWith(House.Key.class)
@Tag("distributed")
class ClusterIT {

  private static final Duration READY = Duration.ofMinutes(2);
  private static final Duration WITHOUT_IT = Duration.ofSeconds(15);

  private final House house;
  private final List<RabbitServer> nodes;

  ClusterIT(House house) {
    this.house = house;
    this.nodes = house.topology().brokers();
  }

  @BeforeEach
  void twoNodesJoinTheFirst() {
    for (var node : nodes.subList(1, nodes.size())) {
      node.start();
      node.awaitReady();
      nodes.get(0).copyQueuesTo(node);
    }
  }

  @AfterEach
  void theFirstIsAloneAgain() {
    for (var node : nodes.subList(1, nodes.size())) {
      nodes.get(0).expel(node);
    }
    house.topology().servers().forEach(server -> server.awaitReady(READY));
  }

  @Test
  void theNodeThatAllAreConnectedToIsKilled() throws Exception {
    new Ordeal(house)
        .survives(
            () -> {
              nodes.get(0).kill();
              Thread.sleep(WITHOUT_IT.toMillis());
              house.topology().servers().forEach(server -> server.awaitReady(READY));
              nodes.get(0).start();
              nodes.get(0).awaitReady();
            });
  }
}
