package org.corridor.client.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.client.domain.ClientBuilder.NOON;
import static org.corridor.client.domain.ClientBuilder.OFFICER;
import static org.corridor.client.domain.ClientBuilder.VALID_UNTIL;
import static org.corridor.client.domain.ClientBuilder.aProfileOf;
import static org.corridor.client.domain.ClientBuilder.aProspect;
import static org.corridor.client.domain.ClientBuilder.anActiveClient;
import static org.corridor.client.domain.ClientBuilder.anIndividual;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.client.application.ChangeResult.Done;
import org.corridor.client.application.ChangeResult.NotFound;
import org.corridor.client.application.ChangeResult.NotYourBranch;
import org.corridor.client.application.ChangeResult.Refused;
import org.corridor.client.application.ChangeResult.Stale;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientOutcome.WrongStatus;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.ClosureReason;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.KycStatus;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.junit.jupiter.api.Test;

class UseCasesTest {

  private static final Trail TRAIL = Trail.of("test");
  private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Caller HEADQUARTERS = caller(null, null);
  private static final Caller MUNICH = caller("MUC", null);

  private final InMemoryClients clients = new InMemoryClients();
  private final ClientChange change = new ClientChange(clients, AT_NOON);

  @Test
  void registersAtTheBranchOfTheCaller() {
    var registering = new RegisterClient(clients, AT_NOON);

    var result = registering.register(MUNICH, "MUC", aProfileOf(anIndividual()), TRAIL);

    assertThat(clients.kept).containsValue(((Done) result).client());
    assertThat(clients.events).hasSize(1);
  }

  @Test
  void registersNowhereElse() {
    var registering = new RegisterClient(clients, AT_NOON);

    assertThat(registering.register(MUNICH, "BER", aProfileOf(anIndividual()), TRAIL))
        .isEqualTo(new NotYourBranch());
    assertThat(clients.kept).isEmpty();
  }

  @Test
  void changesWhatTheCallerHasSeen() {
    var client = anActiveClient().version(4).build();
    clients.with(client);

    assertThat(new CloseClient(change).close(target(client, 4, HEADQUARTERS), ClosureReason.OTHER))
        .isInstanceOf(Done.class);
  }

  @Test
  void changesNothingForWhoHasSeenAnOlderVersion() {
    var client = anActiveClient().version(4).build();
    clients.with(client);

    assertThat(new CloseClient(change).close(target(client, 3, HEADQUARTERS), ClosureReason.OTHER))
        .isEqualTo(new Stale());
    assertUntouched(client);
  }

  @Test
  void knowsNothingOfTheClientsOfAnotherBranch() {
    var client = anActiveClient().at("BER").build();
    clients.with(client);

    assertThat(new CloseClient(change).close(target(client, 1, MUNICH), ClosureReason.OTHER))
        .isEqualTo(new NotFound());
    assertThat(new ReadClients(clients).byId(MUNICH, client.id())).isEmpty();
    assertThat(new ReadClients(clients).history(MUNICH, client.id())).isEmpty();
    var all = new ClientFilter(null, null, null, null);
    assertThat(new ReadClients(clients).list(MUNICH, all, null, 9)).isEmpty();
    assertThat(new ReadClients(clients).list(HEADQUARTERS, all, null, 9)).hasSize(1);
    assertUntouched(client);
  }

  @Test
  void knowsNothingOfWhatIsNotThere() {
    var target = new Target(new UUID(0, 1), 1, HEADQUARTERS, TRAIL);

    assertThat(new ActivateClient(change).activate(target)).isEqualTo(new NotFound());
  }

  @Test
  void passesOnTheNoOfTheDomain() {
    var client = anActiveClient().in(ClientStatus.CLOSED).build();
    clients.with(client);

    assertThat(new ActivateClient(change).activate(target(client, 1, HEADQUARTERS)))
        .isEqualTo(new Refused(new WrongStatus(ClientStatus.CLOSED)));
    assertUntouched(client);
  }

  @Test
  void anApprovalHoldsForAsLongAsTheSettingSays() {
    var client = aProspect().withKyc(KycStatus.IN_REVIEW).build();
    clients.with(client);

    new ApproveKyc(change, 30).approve(target(client, 1, HEADQUARTERS), KycLevel.VERIFIED);

    assertThat(clients.kept.get(client.id()).kyc().validUntil())
        .isEqualTo(LocalDate.of(2026, 12, 2));
  }

  @Test
  void expiresWhatIsDueAndNothingTwice() {
    var client = anActiveClient().build();
    clients.with(client);
    var dayAfter = VALID_UNTIL.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    var expiry = new ExpireKyc(clients, Clock.fixed(dayAfter, ZoneOffset.UTC));
    var early = new ExpireKyc(clients, AT_NOON);

    assertThat(early.due(9)).isEmpty();
    assertThat(expiry.due(9)).containsExactly(client.id());
    expiry.expire(client.id(), TRAIL);
    expiry.expire(client.id(), TRAIL);

    assertThat(expiry.due(9)).isEmpty();
    assertThat(clients.events).hasSize(1);
  }

  private void assertUntouched(Client client) {
    assertThat(clients.kept).containsValue(client);
    assertThat(clients.events).isEmpty();
  }

  private static Target target(Client client, long version, Caller caller) {
    return new Target(client.id(), version, caller, TRAIL);
  }

  private static Caller caller(String branch, UUID client) {
    return new Caller(OFFICER, Set.of(), branch, client, Map.of());
  }
}
