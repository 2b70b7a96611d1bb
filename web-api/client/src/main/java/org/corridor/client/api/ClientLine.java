package org.corridor.client.api;

import java.util.UUID;
import org.corridor.client.application.ClientListing;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.KycStatus;
import org.corridor.client.domain.PartyKind;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client as a line of a list. */
@Schema(name = "ClientLine")
public record ClientLine(
    UUID id,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"INDIVIDUAL", "BUSINESS"})
        PartyKind kind,
    String name,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"PROSPECT", "ACTIVE", "SUSPENDED", "CLOSED"})
        ClientStatus status,
    String branch,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"NOT_STARTED", "IN_REVIEW", "APPROVED", "REJECTED", "EXPIRED"})
        KycStatus kycStatus,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"BASIC", "VERIFIED", "ENHANCED"})
        KycLevel kycLevel) {

  static ClientLine of(ClientListing client) {
    return new ClientLine(
        client.id(),
        client.kind(),
        client.name(),
        client.status(),
        client.branch(),
        client.kycStatus(),
        client.kycLevel());
  }
}
