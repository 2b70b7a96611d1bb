package org.corridor.transaction.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.payment.PaymentOrder;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.PostalAddress;
import org.corridor.transaction.domain.payment.Rail;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment that is asked for. */
@Schema(
    name = "PaymentRequest",
    requiredProperties = {"debtorAccountId", "amount", "creditor", "rail"})
public record PaymentRequest(
    @NotNull(message = "is required") UUID debtorAccountId,
    @Schema(ref = "#/components/schemas/Money") @NotNull(message = "is required") Money amount,
    @NotNull(message = "is required") @Valid CreditorForm creditor,
    @Schema(description = "What the payer says of it.", maxLength = 140) @ReferenceText
        String remittance,
    @Schema(
            description = "SEPA pays in EUR to an IBAN; SWIFT needs a BIC.",
            type = SchemaType.STRING,
            enumeration = {"SEPA", "SWIFT"})
        @NotNull(message = "is required")
        Rail rail) {

  /** Who is paid. */
  @Schema(
      name = "CreditorForm",
      requiredProperties = {"name", "address"})
  public record CreditorForm(
      @Schema(maxLength = 140) @NotNull(message = "is required") @ReferenceText String name,
      @Schema(description = "Either this or otherAccount.", example = "DE89370400440532013000")
          @Pattern(
              regexp = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}",
              message = "must be an IBAN without spaces")
          String iban,
      @Schema(description = "Either this or iban.")
          @Pattern(
              regexp = "[A-Za-z0-9/-]{1,34}",
              message = "must be 1 to 34 letters, digits, hyphens and slashes")
          String otherAccount,
      @Schema(description = "Of the creditor's bank.", example = "COBADEFFXXX")
          @Pattern(
              regexp = "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?",
              message = "must be a BIC of 8 or 11 characters")
          String bic,
      @NotNull(message = "is required") @Valid AddressForm address) {

    Creditor toCreditor() {
      if ((iban == null) == (otherAccount == null)) {
        throw Problem.malformed(
                "/creditor/iban", "either this or otherAccount is required, not both")
            .toException();
      }
      return new Creditor(name, iban, otherAccount, bic, address.toAddress());
    }
  }

  /** Where the creditor lives: payments across borders demand town and country. */
  @Schema(
      name = "CreditorAddressForm",
      requiredProperties = {"town", "country"})
  public record AddressForm(
      @Schema(maxLength = 140) @ReferenceText String street,
      @Schema(maxLength = 140) @ReferenceText String buildingNumber,
      @Schema(maxLength = 140) @ReferenceText String postCode,
      @Schema(maxLength = 140) @NotNull(message = "is required") @ReferenceText String town,
      @Schema(description = "ISO 3166-1.", example = "DE")
          @NotNull(message = "is required")
          @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
          String country) {

    PostalAddress toAddress() {
      return new PostalAddress(street, buildingNumber, postCode, town, country);
    }
  }

  PaymentOrder toOrder() {
    return new PaymentOrder(debtorAccountId, amount, creditor.toCreditor(), remittance, rail);
  }
}
