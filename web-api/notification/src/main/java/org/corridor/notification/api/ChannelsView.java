package org.corridor.notification.api;

import java.util.List;
import org.corridor.notification.domain.Channel;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The channels that can be chosen now. */
@Schema(name = "NotificationChannels")
public record ChannelsView(
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            enumeration = {"EMAIL", "SMS", "PUSH", "IN_APP"})
        List<Channel> offered,
    @Schema(
            description =
                "The applicationServerKey that a browser subscribes with (RFC 8292), in base64url;"
                    + " absent if PUSH is not offered.")
        String pushKey) {}
