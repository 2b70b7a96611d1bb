package org.corridor.client.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.corridor.client.domain.ClientEvent.ClientActivated;
import org.corridor.client.domain.ClientEvent.ClientClosed;
import org.corridor.client.domain.ClientEvent.ClientRegistered;
import org.corridor.client.domain.ClientEvent.ClientSuspended;
import org.corridor.client.domain.ClientEvent.ClientUpdated;
import org.corridor.client.domain.ClientEvent.KycApproved;
import org.corridor.client.domain.ClientEvent.KycExpired;
import org.corridor.client.domain.ClientEvent.KycRejected;
import org.corridor.client.domain.ClientEvent.KycSubmitted;
import org.corridor.client.domain.ClientOutcome.BornInTheFuture;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.client.domain.ClientOutcome.KindIsFixed;
import org.corridor.client.domain.ClientOutcome.MakerMayNotDecide;
import org.corridor.client.domain.ClientOutcome.WrongKycStatus;
import org.corridor.client.domain.ClientOutcome.WrongStatus;

/**
 * A person or business that the organisation deals with.
 *
 * <p>Its life: {@code PROSPECT -> ACTIVE <-> SUSPENDED -> CLOSED}; closed is the end, and can be
 * reached from every other status. It becomes active only while its KYC is approved. Its KYC goes
 * {@code NOT_STARTED -> IN_REVIEW -> APPROVED | REJECTED}, an approval expires with its validity or
 * when the client turns into somebody else, and after a rejection or an expiry it can be submitted
 * again. Every command that changes something moves the version by the number of its events.
 *
 * @param version of the client's stream of events, from 1
 */
public record Client(
    UUID id, Origin origin, Profile profile, ClientStatus status, Kyc kyc, long version) {

  private static final Set<KycStatus> SUBMITTABLE =
      Set.of(KycStatus.NOT_STARTED, KycStatus.REJECTED, KycStatus.EXPIRED);

  public Client {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(kyc, "kyc");
    Rules.require(version > 0, "version");
  }

  public static ClientOutcome register(UUID id, Origin origin, Profile profile) {
    if (isBornAfter(profile, origin.registeredAt())) {
      return new BornInTheFuture();
    }
    var client =
        new Client(
            id, origin, profile, ClientStatus.PROSPECT, Kyc.notStarted(origin.registeredBy()), 1);
    var event =
        new ClientRegistered(id, profile.party().kind(), origin.branch(), origin.registeredBy());
    return new Changed(client, List.of(event));
  }

  /** Replaces the profile. Who has become somebody else must be reviewed again. */
  public ClientOutcome update(Profile to, String actor, Instant at) {
    if (status == ClientStatus.CLOSED) {
      return new WrongStatus(status);
    }
    if (to.party().kind() != profile.party().kind()) {
      return new KindIsFixed(profile.party().kind());
    }
    if (isBornAfter(to, at)) {
      return new BornInTheFuture();
    }
    var fields = profile.differences(to);
    if (fields.isEmpty()) {
      return new Changed(this, List.of());
    }
    var events = new ArrayList<ClientEvent>();
    events.add(new ClientUpdated(id, fields, actor));
    if (!fields.contains("party")) {
      return changed(to, status, kyc, events);
    }
    var made = kyc.withPartyEnteredBy(actor);
    if (kyc.status() != KycStatus.APPROVED) {
      return changed(to, status, made, events);
    }
    events.add(new KycExpired(id, ExpiryReason.PARTY_CHANGED, actor));
    return changed(to, status, made.expired(), events);
  }

  public ClientOutcome activate(String actor) {
    if (status != ClientStatus.PROSPECT && status != ClientStatus.SUSPENDED) {
      return new WrongStatus(status);
    }
    if (kyc.status() != KycStatus.APPROVED) {
      return new WrongKycStatus(kyc.status());
    }
    return changedTo(ClientStatus.ACTIVE, new ClientActivated(id, actor));
  }

  public ClientOutcome suspend(SuspensionReason reason, String actor) {
    if (status != ClientStatus.ACTIVE) {
      return new WrongStatus(status);
    }
    return changedTo(ClientStatus.SUSPENDED, new ClientSuspended(id, reason, actor));
  }

  public ClientOutcome close(ClosureReason reason, String actor) {
    if (status == ClientStatus.CLOSED) {
      return new WrongStatus(status);
    }
    return changedTo(ClientStatus.CLOSED, new ClientClosed(id, reason, actor));
  }

  public ClientOutcome submitKyc(String actor) {
    if (status == ClientStatus.CLOSED) {
      return new WrongStatus(status);
    }
    if (!SUBMITTABLE.contains(kyc.status())) {
      return new WrongKycStatus(kyc.status());
    }
    return changedTo(kyc.inReview(actor), new KycSubmitted(id, actor));
  }

  public ClientOutcome approveKyc(KycLevel level, LocalDate validUntil, String actor) {
    if (!isDecidable()) {
      return notDecidable();
    }
    if (isMaker(actor)) {
      return new MakerMayNotDecide();
    }
    return changedTo(
        kyc.approved(level, validUntil), new KycApproved(id, level, validUntil, actor));
  }

  public ClientOutcome rejectKyc(RejectionReason reason, String actor) {
    if (!isDecidable()) {
      return notDecidable();
    }
    if (isMaker(actor)) {
      return new MakerMayNotDecide();
    }
    return changedTo(kyc.rejected(), new KycRejected(id, reason, actor));
  }

  /** Lets an approval end whose last day is over; changes nothing otherwise. */
  public ClientOutcome expireKyc(String actor, Instant at) {
    if (kyc.status() != KycStatus.APPROVED || !kyc.validUntil().isBefore(dayOf(at))) {
      return new Changed(this, List.of());
    }
    return changedTo(kyc.expired(), new KycExpired(id, ExpiryReason.VALIDITY_ENDED, actor));
  }

  private boolean isDecidable() {
    return status != ClientStatus.CLOSED && kyc.status() == KycStatus.IN_REVIEW;
  }

  private ClientOutcome notDecidable() {
    return status == ClientStatus.CLOSED
        ? new WrongStatus(status)
        : new WrongKycStatus(kyc.status());
  }

  private boolean isMaker(String actor) {
    return actor.equals(origin.registeredBy()) || kyc.isMadeBy(actor);
  }

  private Changed changedTo(ClientStatus to, ClientEvent event) {
    return changed(profile, to, kyc, List.of(event));
  }

  private Changed changedTo(Kyc to, ClientEvent event) {
    return changed(profile, status, to, List.of(event));
  }

  private Changed changed(Profile to, ClientStatus as, Kyc with, List<ClientEvent> events) {
    return new Changed(new Client(id, origin, to, as, with, version + events.size()), events);
  }

  private static boolean isBornAfter(Profile profile, Instant at) {
    return profile.party() instanceof Party.Individual individual
        && individual.birthDate().isAfter(dayOf(at));
  }

  private static LocalDate dayOf(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
