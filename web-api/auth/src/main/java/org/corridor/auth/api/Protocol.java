package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.corridor.web.security.ClientCertificates;

/** Carries messages of the protocol between Jakarta REST and Nimbus' SDK. */
final class Protocol {

  private static final int UNAUTHORIZED = 401;
  private static final String DPOP = "DPoP";

  private Protocol() {}

  /** Empty if its headers cannot be read. */
  static Optional<HTTPRequest> post(URI endpoint, HttpHeaders headers, String body) {
    var request = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
    try {
      request.setContentType(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    } catch (ParseException malformed) {
      return Optional.empty();
    }
    var authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      request.setAuthorization(authorization);
    }
    var proofs = headers.getRequestHeader(DPOP);
    if (proofs != null && !proofs.isEmpty()) {
      request.setHeader(DPOP, proofs.toArray(String[]::new));
    }
    request.setBody(body);
    return Optional.of(request);
  }

  /** The request with the certificate of its sender; empty if the gateway's word is unreadable. */
  static Optional<HTTPRequest> showing(HTTPRequest request, HttpServletRequest connection) {
    try {
      ClientCertificates.of(connection).ifPresent(request::setClientX509Certificate);
      return Optional.of(request);
    } catch (CertificateException malformed) {
      return Optional.empty();
    }
  }

  static Response toResponse(HTTPResponse answer) {
    var response =
        Response.status(answer.getStatusCode())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("Pragma", "no-cache")
            .entity(answer.getBody() == null ? "{}" : answer.getBody());
    if (answer.getStatusCode() == UNAUTHORIZED) {
      // RFC 6749, section 5.2
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"corridor\"");
    }
    if (answer.getStatusCode() == Unavailable.STATUS) {
      response.header(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER_SECONDS);
    }
    return response.build();
  }

  static Response toResponse(ErrorResponse error) {
    return toResponse(error.toHTTPResponse());
  }
}
