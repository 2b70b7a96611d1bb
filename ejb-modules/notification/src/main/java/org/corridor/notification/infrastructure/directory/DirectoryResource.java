package org.corridor.notification.infrastructure.directory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** What is used of the other contexts' {@code /api/<context>/v1}. */
@Path("/{collection}/{id}")
public interface DirectoryResource {

  /** One of a collection, as JSON. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  String read(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @PathParam("collection") String collection,
      @PathParam("id") UUID id);
}
