package org.corridor.account.infrastructure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** For columns of ids that may be null: the provider's own conversion of a UUID fails on null. */
@Converter
public class NullableIds implements AttributeConverter<UUID, UUID> {

  @Override
  public UUID convertToDatabaseColumn(UUID id) {
    return id;
  }

  @Override
  public UUID convertToEntityAttribute(UUID id) {
    return id;
  }
}
