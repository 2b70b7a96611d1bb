package org.corridor.dev.proof.model;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.corridor.dev.demo.Door;

/** The running platform, through its front door. */
public final class HttpPlatform implements Platform {

  private static final String ACCOUNTS = "/api/account/v1/accounts";

  private final Supplier<Door> machine;
  private final String owner;
  private final String suspense;

  /**
   * @param machine the door for the machine client that may do everything, with a token that is
   *     good for a while
   * @param owner a client that accounts may be opened for
   */
  public HttpPlatform(Supplier<Door> machine, String owner) {
    this.machine = machine;
    this.owner = owner;
    this.suspense =
        machine.get().get(ACCOUNTS + "?number=SUSPENSE-EUR").expect(200).text("/items/0/id");
  }

  @Override
  public Stage open(List<Long> cents) {
    var door = machine.get();
    var ids = new HashMap<Character, String>();
    for (var i = 0; i < cents.size(); i++) {
      var id = open(door);
      ids.put((char) ('A' + i), id);
      if (cents.get(i) > 0) {
        fund(door, id, cents.get(i));
      }
    }
    return new HttpStage(door, ids);
  }

  private String open(Door door) {
    return door.post(ACCOUNTS, "{\"clientId\":\"" + owner + "\",\"product\":\"CURRENT-EUR\"}")
        .expect(201)
        .text("/id");
  }

  private void fund(Door door, String account, long cents) {
    door.put(
            "/api/account/v1/journals/" + UUID.randomUUID(),
            Bodies.journal("FUNDING", suspense, account, cents, ""))
        .expect(201);
  }
}
