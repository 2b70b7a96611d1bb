package org.corridor.web.idempotency;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that was written before and goes out as it is. */
public record RawJson(@JsonRawValue @JsonValue String json) {}
