package org.corridor.transaction.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of sagas looks, for the description of the interface. */
@Schema(name = "SagaPage")
public record SagaPage(List<SagaView> items, String next) {}
