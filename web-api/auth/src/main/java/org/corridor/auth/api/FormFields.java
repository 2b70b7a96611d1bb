package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.List;
import java.util.Map;

/** What a browser has sent of a form. */
final class FormFields {

  private final Map<String, List<String>> sent;

  FormFields(String body) {
    this.sent = URLUtils.parseParameters(body);
  }

  /** Empty if it was not sent. */
  String first(String name) {
    var values = sent.get(name);
    return values == null || values.isEmpty() ? "" : values.get(0);
  }
}
