package org.corridor.client.infrastructure;

import java.time.ZoneOffset;
import org.corridor.client.domain.Address;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.ContactPoint;
import org.corridor.client.domain.Kyc;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.KycStatus;
import org.corridor.client.domain.Origin;
import org.corridor.client.domain.Party;
import org.corridor.client.domain.PartyKind;
import org.corridor.client.domain.Profile;

/** Turns rows into clients and back; nothing is lost on the way, and a test says so. */
final class ClientMapping {

  private ClientMapping() {}

  static Client toClient(ClientRow row) {
    return new Client(
        row.id,
        new Origin(row.branch, row.registeredBy, row.registeredAt.toInstant()),
        new Profile(
            party(row),
            row.addresses.stream().map(ClientMapping::address).toList(),
            row.contactPoints.stream().map(ClientMapping::contactPoint).toList(),
            row.preferredLanguage),
        ClientStatus.valueOf(row.status),
        new Kyc(
            KycStatus.valueOf(row.kycStatus),
            KycLevel.valueOf(row.kycLevel),
            row.kycEnteredBy,
            row.kycSubmittedBy,
            row.kycValidUntil),
        row.version);
  }

  /** Makes the row say what the client is. */
  static void write(Client client, ClientRow row) {
    row.version = client.version();
    row.branch = client.origin().branch();
    row.registeredBy = client.origin().registeredBy();
    row.registeredAt = client.origin().registeredAt().atOffset(ZoneOffset.UTC);
    row.status = client.status().name();
    row.kycStatus = client.kyc().status().name();
    row.kycLevel = client.kyc().level().name();
    row.kycEnteredBy = client.kyc().enteredBy();
    row.kycSubmittedBy = client.kyc().submittedBy();
    row.kycValidUntil = client.kyc().validUntil();
    writeProfile(client.profile(), row);
  }

  private static void writeProfile(Profile profile, ClientRow row) {
    row.kind = profile.party().kind().name();
    row.searchName = SearchName.of(profile.party().nameToSort());
    row.preferredLanguage = profile.preferredLanguage();
    if (profile.party() instanceof Party.Individual individual) {
      row.givenName = individual.givenName();
      row.familyName = individual.familyName();
      row.birthDate = individual.birthDate();
      row.nationality = individual.nationality();
    } else if (profile.party() instanceof Party.Business business) {
      row.legalName = business.legalName();
      row.registrationNumber = business.registrationNumber();
      row.country = business.country();
    }
    row.addresses.clear();
    profile.addresses().forEach(address -> row.addresses.add(row(address)));
    row.contactPoints.clear();
    profile.contactPoints().forEach(point -> row.contactPoints.add(row(point)));
  }

  private static Party party(ClientRow row) {
    return PartyKind.valueOf(row.kind) == PartyKind.INDIVIDUAL
        ? new Party.Individual(row.givenName, row.familyName, row.birthDate, row.nationality)
        : new Party.Business(row.legalName, row.registrationNumber, row.country);
  }

  private static Address address(AddressRow row) {
    return new Address(
        Address.Kind.valueOf(row.kind),
        row.street,
        row.buildingNumber,
        row.postCode,
        row.town,
        row.region,
        row.country);
  }

  private static AddressRow row(Address address) {
    var row = new AddressRow();
    row.kind = address.kind().name();
    row.street = address.street();
    row.buildingNumber = address.buildingNumber();
    row.postCode = address.postCode();
    row.town = address.town();
    row.region = address.region();
    row.country = address.country();
    return row;
  }

  private static ContactPoint contactPoint(ContactPointRow row) {
    return new ContactPoint(ContactPoint.Kind.valueOf(row.kind), row.value);
  }

  private static ContactPointRow row(ContactPoint point) {
    var row = new ContactPointRow();
    row.kind = point.kind().name();
    row.value = point.value();
    return row;
  }
}
