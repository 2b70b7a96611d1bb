package org.corridor.client.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Builds clients for tests: {@code anActiveClient().at("MUC").build()}. */
public final class ClientBuilder {

  public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  public static final LocalDate VALID_UNTIL = LocalDate.of(2028, 11, 2);
  public static final String AGENT = "agent-1";
  public static final String OFFICER = "officer-1";

  private UUID id = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private String branch = "BER";
  private Profile profile = aProfileOf(anIndividual());
  private ClientStatus status = ClientStatus.PROSPECT;
  private Kyc kyc = Kyc.notStarted(AGENT);
  private long version = 1;

  private ClientBuilder() {}

  public static ClientBuilder aProspect() {
    return new ClientBuilder();
  }

  public static ClientBuilder anActiveClient() {
    return aProspect().in(ClientStatus.ACTIVE).withKyc(KycStatus.APPROVED);
  }

  public static Party anIndividual() {
    return new Party.Individual("Anna", "Müller", LocalDate.of(1990, 4, 1), "DE");
  }

  public static Party aBusiness() {
    return new Party.Business("Kaffee GmbH", "HRB 12345 B", "DE");
  }

  public static Profile aProfileOf(Party party) {
    return new Profile(
        party,
        List.of(
            new Address(Address.Kind.HOME, "Torstraße", "7", "10119", "Berlin", null, "DE"),
            new Address(Address.Kind.POSTAL, null, null, null, "Hong Kong", "Kowloon", "HK")),
        List.of(
            new ContactPoint(ContactPoint.Kind.EMAIL, "anna@example.com"),
            new ContactPoint(ContactPoint.Kind.PHONE, "+493012345678")),
        "de");
  }

  public ClientBuilder withId(UUID value) {
    id = value;
    return this;
  }

  public ClientBuilder at(String value) {
    branch = value;
    return this;
  }

  public ClientBuilder with(Profile value) {
    profile = value;
    return this;
  }

  public ClientBuilder in(ClientStatus value) {
    status = value;
    return this;
  }

  public ClientBuilder withKyc(KycStatus value) {
    var review = Kyc.notStarted(AGENT);
    kyc =
        switch (value) {
          case NOT_STARTED -> review;
          case IN_REVIEW -> review.inReview(AGENT);
          case APPROVED -> review.inReview(AGENT).approved(KycLevel.VERIFIED, VALID_UNTIL);
          case REJECTED -> review.inReview(AGENT).rejected();
          case EXPIRED -> review.inReview(AGENT).approved(KycLevel.VERIFIED, VALID_UNTIL).expired();
        };
    return this;
  }

  public ClientBuilder submittedBy(String actor) {
    kyc = Kyc.notStarted(kyc.enteredBy()).inReview(actor);
    return this;
  }

  public ClientBuilder version(long value) {
    version = value;
    return this;
  }

  public Client build() {
    return new Client(id, new Origin(branch, AGENT, NOON), profile, status, kyc, version);
  }
}
