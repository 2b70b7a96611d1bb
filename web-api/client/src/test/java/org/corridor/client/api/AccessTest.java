package org.corridor.client.api;

import static org.corridor.testing.access.Situation.BRANCH;
import static org.corridor.testing.access.Situation.MAKER;
import static org.corridor.testing.access.Situation.OWNER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.corridor.client.application.ClientAccess;
import org.corridor.client.application.ClientFilter;
import org.corridor.client.domain.Address;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientOutcome.MakerMayNotDecide;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.ContactPoint;
import org.corridor.client.domain.Kyc;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.KycStatus;
import org.corridor.client.domain.Origin;
import org.corridor.client.domain.Party;
import org.corridor.client.domain.Profile;
import org.corridor.kernel.Caller;
import org.corridor.testing.access.AccessTable;
import org.corridor.testing.access.Twist;
import org.corridor.web.security.Doorkeeper;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final LocalDate VALID_UNTIL = LocalDate.of(2028, 11, 2);

  @Test
  void whoMayDoWhatIsAsThePageSays() {
    new AccessTable(
            "client",
            new ClientApi().getClasses(),
            ClientAccess.class,
            new AccessTable.Door(
                Doorkeeper::isOpen, Doorkeeper::permits, Doorkeeper::asksForStepUp))
        .rule("reaches", caller -> ClientAccess.reaches(caller, client()))
        .rule("narrow", AccessTest::lists)
        .rule("mayRegisterAt", caller -> ClientAccess.mayRegisterAt(caller, BRANCH))
        .tells("seesReasons")
        .domainRule(Client.class, "isMaker", AccessTest::decides)
        .twist(Twist.maker("made by itself"))
        .check();
  }

  private static boolean lists(Caller caller) {
    return ClientAccess.narrow(caller, new ClientFilter(null, null, null, null))
        .filter(only -> only.id() == null || only.id().equals(OWNER))
        .filter(only -> only.branch() == null || only.branch().equals(BRANCH))
        .isPresent();
  }

  private static boolean decides(Caller caller) {
    var outcome = client().approveKyc(KycLevel.VERIFIED, VALID_UNTIL, caller.subject());
    return !(outcome instanceof MakerMayNotDecide);
  }

  private static Client client() {
    var maker = MAKER.toString();
    return new Client(
        OWNER,
        new Origin(BRANCH, maker, Instant.EPOCH),
        new Profile(
            new Party.Individual("Anna", "Müller", LocalDate.of(1990, 4, 1), "DE"),
            List.of(
                new Address(Address.Kind.HOME, "Torstraße", "7", "10119", "Berlin", null, "DE")),
            List.of(new ContactPoint(ContactPoint.Kind.EMAIL, "anna@example.com")),
            "de"),
        ClientStatus.PROSPECT,
        new Kyc(KycStatus.IN_REVIEW, KycLevel.BASIC, maker, maker, null),
        1);
  }
}
