package org.corridor.client.domain;

import java.util.List;

/** What a command leads to. */
public sealed interface ClientOutcome {

  /** The client as it is now, and what has happened to it; nothing, if it was so before. */
  record Changed(Client client, List<ClientEvent> events) implements ClientOutcome {
    public Changed {
      events = List.copyOf(events);
    }
  }

  /** An expected no. */
  sealed interface Refusal extends ClientOutcome {}

  /** Its status does not allow it. */
  record WrongStatus(ClientStatus status) implements Refusal {}

  /** The state of its KYC does not allow it. */
  record WrongKycStatus(KycStatus status) implements Refusal {}

  /** An individual never becomes a business, nor the reverse: that is another client. */
  record KindIsFixed(PartyKind kind) implements Refusal {}

  /** Nobody is born tomorrow. */
  record BornInTheFuture() implements Refusal {}

  /** Who registered or submitted a client may not decide its KYC. */
  record MakerMayNotDecide() implements Refusal {}
}
