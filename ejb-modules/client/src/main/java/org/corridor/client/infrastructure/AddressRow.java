package org.corridor.client.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One address of a client. */
@Embeddable
public class AddressRow {

  @Column(name = "kind")
  String kind;

  @Column(name = "street")
  String street;

  @Column(name = "building_number")
  String buildingNumber;

  @Column(name = "post_code")
  String postCode;

  @Column(name = "town")
  String town;

  @Column(name = "region")
  String region;

  @Column(name = "country")
  String country;

  /** For the provider. */
  protected AddressRow() {}
}
