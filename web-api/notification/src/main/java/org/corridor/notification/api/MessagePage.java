package org.corridor.notification.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As the description shows a page of messages. */
@Schema(name = "MessagePage")
public record MessagePage(List<MessageView> items, String next) {}
