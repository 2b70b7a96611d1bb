package org.corridor.client.application;

import java.util.UUID;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.KycStatus;
import org.corridor.client.domain.PartyKind;

/** A client as a line of a list. */
public record ClientListing(
    UUID id,
    PartyKind kind,
    String name,
    String branch,
    ClientStatus status,
    KycStatus kycStatus,
    KycLevel kycLevel) {}
