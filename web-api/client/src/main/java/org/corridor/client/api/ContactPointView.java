package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.ContactPoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One way to reach a client. */
@ReachableAt
@Schema(name = "ContactPoint")
public record ContactPointView(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {"EMAIL", "PHONE"})
        ContactPoint.Kind kind,
    @NotNull(message = "is required") @Schema(example = "anna@example.com") String value) {

  static ContactPointView of(ContactPoint point) {
    return new ContactPointView(point.kind(), point.value());
  }

  ContactPoint toContactPoint() {
    return new ContactPoint(kind, value);
  }
}
