package org.corridor.client.domain;

import java.time.LocalDate;
import java.util.Objects;

/** Who a client is in law: a human being or a business. */
public sealed interface Party {

  PartyKind kind();

  /** The name as people write it. */
  String displayName();

  /** The beginning of this is what a search by name looks for. */
  String nameToSort();

  /**
   * A human being; also a minor.
   *
   * @param nationality ISO 3166-1 alpha-2
   */
  record Individual(String givenName, String familyName, LocalDate birthDate, String nationality)
      implements Party {

    /** Nobody alive was born earlier; an earlier date is a typing error. */
    public static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    public Individual {
      Rules.require(Texts.isName(givenName), "givenName");
      Rules.require(Texts.isName(familyName), "familyName");
      Objects.requireNonNull(birthDate, "birthDate");
      Rules.require(!birthDate.isBefore(EARLIEST_BIRTH), "birthDate");
      Rules.require(Codes.isCountry(nationality), "nationality");
    }

    @Override
    public PartyKind kind() {
      return PartyKind.INDIVIDUAL;
    }

    @Override
    public String displayName() {
      return givenName + " " + familyName;
    }

    @Override
    public String nameToSort() {
      return familyName + " " + givenName;
    }
  }

  /**
   * A business.
   *
   * @param registrationNumber in the register of its country
   * @param country where it is registered, ISO 3166-1 alpha-2
   */
  record Business(String legalName, String registrationNumber, String country) implements Party {

    public Business {
      Rules.require(Texts.isName(legalName), "legalName");
      Rules.require(Texts.isLine(registrationNumber, Texts.MAX_REGISTRATION), "registrationNumber");
      Rules.require(Codes.isCountry(country), "country");
    }

    @Override
    public PartyKind kind() {
      return PartyKind.BUSINESS;
    }

    @Override
    public String displayName() {
      return legalName;
    }

    @Override
    public String nameToSort() {
      return legalName;
    }
  }
}
