package org.corridor.auth.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All roles, as a page: the form of every list. */
@Schema(name = "RolePage")
public record RolePage(List<RolesResource.RoleView> items, String next) {}
