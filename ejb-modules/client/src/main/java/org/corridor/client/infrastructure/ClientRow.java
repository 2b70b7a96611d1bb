package org.corridor.client.infrastructure;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The state of a client as it is kept; {@link ClientMapping} knows how it becomes a client. */
@Entity(name = "Client")
@Table(name = "client")
public class ClientRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "version")
  long version;

  @Column(name = "branch")
  String branch;

  @Column(name = "registered_by")
  String registeredBy;

  @Column(name = "registered_at")
  OffsetDateTime registeredAt;

  @Column(name = "status")
  String status;

  @Column(name = "kyc_status")
  String kycStatus;

  @Column(name = "kyc_level")
  String kycLevel;

  @Column(name = "kyc_entered_by")
  String kycEnteredBy;

  @Column(name = "kyc_submitted_by")
  String kycSubmittedBy;

  @Column(name = "kyc_valid_until")
  LocalDate kycValidUntil;

  @Column(name = "kind")
  String kind;

  @Column(name = "given_name")
  String givenName;

  @Column(name = "family_name")
  String familyName;

  @Column(name = "birth_date")
  LocalDate birthDate;

  @Column(name = "nationality")
  String nationality;

  @Column(name = "legal_name")
  String legalName;

  @Column(name = "registration_number")
  String registrationNumber;

  @Column(name = "country")
  String country;

  @Column(name = "preferred_language")
  String preferredLanguage;

  @Column(name = "search_name")
  String searchName;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "client_address", joinColumns = @JoinColumn(name = "client_id"))
  @OrderColumn(name = "position")
  List<AddressRow> addresses = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "client_contact_point", joinColumns = @JoinColumn(name = "client_id"))
  @OrderColumn(name = "position")
  List<ContactPointRow> contactPoints = new ArrayList<>();

  /** For the provider. */
  protected ClientRow() {}
}
