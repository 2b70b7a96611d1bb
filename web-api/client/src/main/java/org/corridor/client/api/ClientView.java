package org.corridor.client.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.KycStatus;
import org.corridor.client.domain.Party;
import org.corridor.client.domain.PartyKind;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client with all that is known of it. */
@Schema(name = "Client")
public record ClientView(
    UUID id,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"INDIVIDUAL", "BUSINESS"})
        PartyKind kind,
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
        KycLevel kycLevel,
    LocalDate kycValidUntil,
    IndividualView individual,
    BusinessView business,
    List<AddressView> addresses,
    List<ContactPointView> contactPoints,
    String preferredLanguage,
    Instant registeredAt) {

  static ClientView of(Client client) {
    var profile = client.profile();
    return new ClientView(
        client.id(),
        profile.party().kind(),
        client.status(),
        client.origin().branch(),
        client.kyc().status(),
        client.kyc().level(),
        client.kyc().validUntil(),
        profile.party() instanceof Party.Individual who ? IndividualView.of(who) : null,
        profile.party() instanceof Party.Business who ? BusinessView.of(who) : null,
        profile.addresses().stream().map(AddressView::of).toList(),
        profile.contactPoints().stream().map(ContactPointView::of).toList(),
        profile.preferredLanguage(),
        client.origin().registeredAt());
  }
}
