package org.corridor.client.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.client.domain.ClientBuilder.AGENT;
import static org.corridor.client.domain.ClientBuilder.NOON;
import static org.corridor.client.domain.ClientBuilder.OFFICER;
import static org.corridor.client.domain.ClientBuilder.VALID_UNTIL;
import static org.corridor.client.domain.ClientBuilder.aBusiness;
import static org.corridor.client.domain.ClientBuilder.aProfileOf;
import static org.corridor.client.domain.ClientBuilder.aProspect;
import static org.corridor.client.domain.ClientBuilder.anActiveClient;
import static org.corridor.client.domain.ClientBuilder.anIndividual;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.client.domain.ClientEvent.ClientActivated;
import org.corridor.client.domain.ClientEvent.ClientRegistered;
import org.corridor.client.domain.ClientEvent.ClientUpdated;
import org.corridor.client.domain.ClientEvent.KycApproved;
import org.corridor.client.domain.ClientEvent.KycExpired;
import org.corridor.client.domain.ClientOutcome.BornInTheFuture;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.client.domain.ClientOutcome.KindIsFixed;
import org.corridor.client.domain.ClientOutcome.MakerMayNotDecide;
import org.corridor.client.domain.ClientOutcome.WrongKycStatus;
import org.corridor.client.domain.ClientOutcome.WrongStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {

  private static final UUID ID = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");

  @Test
  void isRegisteredAsAProspectThatNobodyKnowsYet() {
    var origin = new Origin("BER", AGENT, NOON);

    var registered = changed(Client.register(ID, origin, aProfileOf(anIndividual())));

    assertThat(registered.client().status()).isEqualTo(ClientStatus.PROSPECT);
    assertThat(registered.client().kyc().status()).isEqualTo(KycStatus.NOT_STARTED);
    assertThat(registered.client().kyc().level()).isEqualTo(KycLevel.BASIC);
    assertThat(registered.client().version()).isEqualTo(1);
    assertThat(registered.events())
        .containsExactly(new ClientRegistered(ID, PartyKind.INDIVIDUAL, "BER", AGENT));
  }

  @Test
  void mayBeBornTodayButNotTomorrow() {
    var today = NOON.atZone(ZoneOffset.UTC).toLocalDate();

    assertThat(registerBornOn(today)).isInstanceOf(Changed.class);
    assertThat(registerBornOn(today.plusDays(1))).isEqualTo(new BornInTheFuture());
  }

  @Test
  void becomesActiveOnceItsKycIsApproved() {
    var activated = changed(aProspect().withKyc(KycStatus.APPROVED).build().activate(OFFICER));

    assertThat(activated.client().status()).isEqualTo(ClientStatus.ACTIVE);
    assertThat(activated.client().version()).isEqualTo(2);
    assertThat(activated.events()).containsExactly(new ClientActivated(ID, OFFICER));
  }

  @ParameterizedTest
  @EnumSource(value = KycStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
  void doesNotBecomeActiveBefore(KycStatus kyc) {
    assertThat(aProspect().withKyc(kyc).build().activate(OFFICER))
        .isEqualTo(new WrongKycStatus(kyc));
  }

  @ParameterizedTest
  @EnumSource(KycStatus.class)
  void aSuspendedClientComesBackOnlyWithAValidApproval(KycStatus kyc) {
    var outcome = aProspect().in(ClientStatus.SUSPENDED).withKyc(kyc).build().activate(OFFICER);

    assertThat(outcome instanceof Changed).isEqualTo(kyc == KycStatus.APPROVED);
  }

  @ParameterizedTest
  @EnumSource(
      value = ClientStatus.class,
      names = {"ACTIVE", "CLOSED"})
  void cannotBeActivatedFrom(ClientStatus status) {
    assertThat(anActiveClient().in(status).build().activate(OFFICER))
        .isEqualTo(new WrongStatus(status));
  }

  @ParameterizedTest
  @EnumSource(value = ClientStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void cannotBeSuspendedFrom(ClientStatus status) {
    assertThat(anActiveClient().in(status).build().suspend(SuspensionReason.OTHER, OFFICER))
        .isEqualTo(new WrongStatus(status));
  }

  @ParameterizedTest
  @EnumSource(KycStatus.class)
  void closedIsTheEnd(KycStatus kyc) {
    var closed = aProspect().in(ClientStatus.CLOSED).withKyc(kyc).build();
    var no = new WrongStatus(ClientStatus.CLOSED);

    assertThat(everyCommand().stream().map(command -> command.apply(closed))).containsOnly(no);
  }

  @ParameterizedTest
  @EnumSource(
      value = KycStatus.class,
      names = {"IN_REVIEW", "APPROVED"})
  void isNotSubmittedAgainWhile(KycStatus kyc) {
    assertThat(aProspect().withKyc(kyc).build().submitKyc(AGENT))
        .isEqualTo(new WrongKycStatus(kyc));
  }

  @ParameterizedTest
  @EnumSource(
      value = KycStatus.class,
      names = {"NOT_STARTED", "REJECTED", "EXPIRED"})
  void canBeSubmittedAfter(KycStatus kyc) {
    var submitted = changed(aProspect().withKyc(kyc).build().submitKyc("agent-2")).client();

    assertThat(submitted.kyc().status()).isEqualTo(KycStatus.IN_REVIEW);
    assertThat(submitted.kyc().submittedBy()).isEqualTo("agent-2");
    assertThat(submitted.kyc().validUntil()).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = KycStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_REVIEW")
  void isDecidedOnlyWhileInReview(KycStatus kyc) {
    var client = aProspect().withKyc(kyc).build();

    assertThat(client.approveKyc(KycLevel.BASIC, VALID_UNTIL, OFFICER))
        .isEqualTo(new WrongKycStatus(kyc));
    assertThat(client.rejectKyc(RejectionReason.OTHER, OFFICER)).isEqualTo(new WrongKycStatus(kyc));
  }

  @Test
  void isApprovedByAnotherPairOfEyes() {
    var inReview = aProspect().submittedBy("agent-2").build();

    var approved = changed(inReview.approveKyc(KycLevel.ENHANCED, VALID_UNTIL, OFFICER));

    assertThat(approved.client().kyc().level()).isEqualTo(KycLevel.ENHANCED);
    assertThat(approved.client().kyc().validUntil()).isEqualTo(VALID_UNTIL);
    assertThat(approved.events())
        .containsExactly(new KycApproved(ID, KycLevel.ENHANCED, VALID_UNTIL, OFFICER));
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, "agent-2"})
  void isNotDecidedByWhoRegisteredOrSubmittedIt(String maker) {
    var inReview = aProspect().submittedBy("agent-2").build();

    assertThat(inReview.approveKyc(KycLevel.BASIC, VALID_UNTIL, maker))
        .isEqualTo(new MakerMayNotDecide());
    assertThat(inReview.rejectKyc(RejectionReason.OTHER, maker)).isEqualTo(new MakerMayNotDecide());
  }

  @Test
  void isNotApprovedByWhoHasChangedThePersonMeanwhile() {
    var inReview = aProspect().submittedBy("agent-2").build();

    var edited = changed(inReview.update(aProfileOf(somebodyElse()), OFFICER, NOON)).client();

    assertThat(edited.approveKyc(KycLevel.BASIC, VALID_UNTIL, OFFICER))
        .isEqualTo(new MakerMayNotDecide());
  }

  @Test
  void losesItsApprovalWhenItBecomesSomebodyElse() {
    var updated =
        changed(
            anActiveClient().version(4).build().update(aProfileOf(somebodyElse()), AGENT, NOON));

    assertThat(updated.client().kyc().status()).isEqualTo(KycStatus.EXPIRED);
    assertThat(updated.client().kyc().level()).isEqualTo(KycLevel.BASIC);
    assertThat(updated.client().version()).isEqualTo(6);
    assertThat(updated.events())
        .containsExactly(
            new ClientUpdated(ID, List.of("party"), AGENT),
            new KycExpired(ID, ExpiryReason.PARTY_CHANGED, AGENT));
  }

  @Test
  void keepsItsApprovalWhenItMoves() {
    var before = aProfileOf(anIndividual());
    var address = new Address(Address.Kind.HOME, null, null, null, "München", null, "DE");
    var after = new Profile(before.party(), List.of(address), List.of(), "en");

    var updated = changed(anActiveClient().with(before).build().update(after, AGENT, NOON));

    assertThat(updated.client().kyc().status()).isEqualTo(KycStatus.APPROVED);
    assertThat(updated.events())
        .containsExactly(
            new ClientUpdated(
                ID, List.of("addresses", "contactPoints", "preferredLanguage"), AGENT));
  }

  @Test
  void anUpdateThatChangesNothingLeavesNoTrace() {
    var client = anActiveClient().version(4).build();

    assertThat(client.update(client.profile(), AGENT, NOON))
        .isEqualTo(new Changed(client, List.of()));
  }

  @Test
  void anIndividualNeverBecomesABusiness() {
    assertThat(aProspect().build().update(aProfileOf(aBusiness()), AGENT, NOON))
        .isEqualTo(new KindIsFixed(PartyKind.INDIVIDUAL));
  }

  @Test
  void anApprovalHoldsUntilTheEndOfItsLastDay() {
    var client = anActiveClient().build();
    var lastMoment = VALID_UNTIL.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);

    assertThat(client.expireKyc("system", lastMoment)).isEqualTo(new Changed(client, List.of()));
    assertThat(changed(client.expireKyc("system", lastMoment.plusNanos(1))).events())
        .containsExactly(new KycExpired(ID, ExpiryReason.VALIDITY_ENDED, "system"));
  }

  @ParameterizedTest
  @EnumSource(value = KycStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
  void whatIsNotApprovedDoesNotExpire(KycStatus kyc) {
    var client = aProspect().withKyc(kyc).build();

    assertThat(client.expireKyc("system", NOON.plusSeconds(999_999_999)))
        .isEqualTo(new Changed(client, List.of()));
  }

  /** Whatever is done to a client in whatever order, its life goes only where it may. */
  @Test
  void noSequenceOfCommandsLeavesTheLifeCycle() {
    var seed = 20_261_102L;
    var random = new Random(seed);
    for (var life = 0; life < 500; life++) {
      var client = aProspect().build();
      for (var step = 0; step < 40; step++) {
        var command = everyCommand().get(random.nextInt(everyCommand().size()));
        if (command.apply(client) instanceof Changed changed) {
          assertThat(isAllowed(client, changed.client()))
              .as("seed %s, from %s to %s", seed, client, changed.client())
              .isTrue();
          assertThat(changed.client().version())
              .isEqualTo(client.version() + changed.events().size());
          client = changed.client();
        }
      }
    }
  }

  private static boolean isAllowed(Client from, Client to) {
    var active = to.status() == ClientStatus.ACTIVE && from.status() != ClientStatus.ACTIVE;
    var moves =
        Set.of(
            "PROSPECT>ACTIVE",
            "ACTIVE>SUSPENDED",
            "SUSPENDED>ACTIVE",
            "PROSPECT>CLOSED",
            "ACTIVE>CLOSED",
            "SUSPENDED>CLOSED");
    return (from.status() == to.status() || moves.contains(from.status() + ">" + to.status()))
        && (!active || from.kyc().status() == KycStatus.APPROVED)
        && (to.kyc().status() == KycStatus.APPROVED || to.kyc().level() == KycLevel.BASIC);
  }

  private static List<Function<Client, ClientOutcome>> everyCommand() {
    return List.of(
        client -> client.activate(OFFICER),
        client -> client.suspend(SuspensionReason.OTHER, OFFICER),
        client -> client.close(ClosureReason.OTHER, OFFICER),
        client -> client.submitKyc("agent-2"),
        client -> client.approveKyc(KycLevel.VERIFIED, VALID_UNTIL, OFFICER),
        client -> client.rejectKyc(RejectionReason.OTHER, OFFICER),
        client -> client.update(aProfileOf(somebodyElse()), AGENT, NOON));
  }

  private static Party somebodyElse() {
    return new Party.Individual("Eva", "Maier", LocalDate.of(1980, 1, 1), "AT");
  }

  private static ClientOutcome registerBornOn(LocalDate day) {
    var party = new Party.Individual("Mia", "Müller", day, "DE");
    return Client.register(ID, new Origin("BER", AGENT, NOON), aProfileOf(party));
  }

  private static Changed changed(ClientOutcome outcome) {
    assertThat(outcome).isInstanceOf(Changed.class);
    return (Changed) outcome;
  }
}
