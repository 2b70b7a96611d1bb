package org.corridor.auth.api.pages;

import static org.corridor.auth.api.pages.Html.escape;

/** A form of a page; it sends by POST. */
public final class Form {

  private static final int MOST_OF_A_PASSWORD = 128;
  private static final String PASSKEY_NAME = "type=\"text\" autocomplete=\"off\" maxlength=\"60\"";

  private final Texts texts;
  private final StringBuilder html = new StringBuilder();

  Form(Texts texts, String action) {
    this.texts = texts;
    html.append("<form method=\"post\" action=\"").append(escape(action)).append("\">\n");
  }

  public Form hidden(String name, String value) {
    html.append(
        "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(name, escape(value)));
    return this;
  }

  public Form username() {
    return input(
        "username",
        "type=\"text\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\""
            + " maxlength=\"64\" autofocus");
  }

  public Form currentPassword() {
    return input("password", password("current-password"));
  }

  /** Of an app, or a recovery code: so letters too. */
  public Form code() {
    return input(
        "code",
        "type=\"text\" autocomplete=\"one-time-code\" autocapitalize=\"none\" spellcheck=\"false\""
            + " maxlength=\"32\"");
  }

  public Form newPassword() {
    return input("new_password", password("new-password") + " aria-describedby=\"rule\"");
  }

  private static String password(String autocomplete) {
    return "type=\"password\" autocomplete=\"%s\" maxlength=\"%d\""
        .formatted(autocomplete, MOST_OF_A_PASSWORD);
  }

  private Form input(String name, String attributes) {
    html.append(
        """
        <label for="%s">%s</label>
        <input id="%s" name="%s" %s required>
        """
            .formatted(name, escape(texts.of("field." + name)), name, name, attributes));
    return this;
  }

  public Form button(String key) {
    html.append("<button type=\"submit\">").append(escape(texts.of(key))).append("</button>\n");
    return this;
  }

  /** One of several buttons; the name of its field says which. */
  public Form choice(String key, String name, String value) {
    html.append(
        "<button type=\"submit\" name=\"%s\" value=\"%s\">%s</button>%n"
            .formatted(name, value, escape(texts.of(key))));
    return this;
  }

  /**
   * Another word for a passkey that has one.
   *
   * @param of tells its field from those of the others on the page
   */
  public Form otherPasskeyName(String of, String name) {
    html.append(
        """
        <label for="name-%s">%s</label>
        <input id="name-%s" name="passkey_new_name" value="%s" %s required>
        """
            .formatted(
                of, escape(texts.of("field.passkey_new_name")), of, escape(name), PASSKEY_NAME));
    return this;
  }

  /** One's own word for a passkey. */
  public Form passkeyName() {
    return input("passkey_name", PASSKEY_NAME);
  }

  /**
   * A button for a passkey: the page's script shows it where it can be used, asks the device, and
   * sends the form with what it has answered in {@code credential}.
   *
   * @param ceremony {@code create} or {@code get}
   * @param options what the device is asked, as JSON
   * @param action where the form is sent then; null if to where it is sent otherwise
   */
  public Form passkey(String ceremony, String options, String action, String key) {
    hidden("credential", "");
    html.append("<button type=\"submit\" class=\"other\" hidden");
    if (action != null) {
      html.append(" formnovalidate formaction=\"").append(escape(action)).append("\"");
    }
    html.append(
        """
         data-passkey="%s" data-options="%s">%s</button>
        <p class="error" role="alert" hidden>%s</p>
        """
            .formatted(
                ceremony,
                escape(options),
                escape(texts.of(key)),
                escape(texts.of("passkeys.device-failed"))));
    return this;
  }

  String html() {
    return html + "</form>\n";
  }
}
