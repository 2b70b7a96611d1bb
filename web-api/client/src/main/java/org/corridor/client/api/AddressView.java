package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.Address;
import org.corridor.client.domain.Texts;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A structured address with the elements of ISO 20022. */
@Schema(name = "Address")
public record AddressView(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {"HOME", "REGISTERED", "POSTAL"})
        Address.Kind kind,
    @Line(max = Texts.MAX_STREET) @Schema(example = "Torstraße") String street,
    @Line(max = Texts.MAX_BUILDING) @Schema(example = "7") String buildingNumber,
    @Line(max = Texts.MAX_POST_CODE) @Schema(example = "10119") String postCode,
    @NotNull(message = "is required") @Line(max = Texts.MAX_TOWN) @Schema(example = "Berlin")
        String town,
    @Line(max = Texts.MAX_TOWN) String region,
    @NotNull(message = "is required") @CountryCode @Schema(example = "DE") String country) {

  static AddressView of(Address address) {
    return new AddressView(
        address.kind(),
        address.street(),
        address.buildingNumber(),
        address.postCode(),
        address.town(),
        address.region(),
        address.country());
  }

  Address toAddress() {
    return new Address(kind, street, buildingNumber, postCode, town, region, country);
  }
}
