package org.corridor.notification.api;

import static org.corridor.testing.access.Situation.BRANCH;
import static org.corridor.testing.access.Situation.OWNER;

import java.util.List;
import java.util.Optional;
import org.corridor.contracts.client.ClientContact;
import org.corridor.kernel.Caller;
import org.corridor.notification.application.Deliveries.Filter;
import org.corridor.notification.application.NotificationAccess;
import org.corridor.notification.domain.Recipient;
import org.corridor.testing.access.AccessTable;
import org.corridor.web.security.Doorkeeper;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final Recipient CLIENT = Recipient.client(OWNER);

  @Test
  void whoMayDoWhatIsAsThePageSays() {
    new AccessTable(
            "notification",
            new NotificationApi().getClasses(),
            NotificationAccess.class,
            new AccessTable.Door(
                Doorkeeper::isOpen, Doorkeeper::permits, Doorkeeper::asksForStepUp))
        .rule("own", caller -> NotificationAccess.own(caller).isPresent())
        .rule("reaches", caller -> reaches(caller, CLIENT))
        .rule("narrow", AccessTest::lists)
        .rule("endpointOwner", AccessTest::hasEndpoint)
        .check();
  }

  private static boolean reaches(Caller caller, Recipient recipient) {
    var contact = new ClientContact(OWNER, BRANCH, "de", List.of(), List.of());
    return NotificationAccess.reaches(caller, recipient, id -> Optional.of(contact));
  }

  private static boolean lists(Caller caller) {
    var asked = new Filter(CLIENT, null, null);
    return NotificationAccess.narrow(caller, asked, recipient -> reaches(caller, recipient))
        .isPresent();
  }

  /** The client's, if a customer asks; the organisation's otherwise. */
  private static boolean hasEndpoint(Caller caller) {
    return NotificationAccess.endpointOwner(caller)
        .map(owner -> owner.clientId().map(OWNER::equals).orElse(true))
        .orElse(false);
  }
}
