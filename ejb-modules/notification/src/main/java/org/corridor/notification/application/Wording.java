package org.corridor.notification.application;

import java.time.Instant;
import java.time.ZoneId;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.NoticeType;

/** Finds the words for a notice. */
public interface Wording {

  /**
   * What to say.
   *
   * @param facts only those that may be said
   * @param occurredAt told in the time zone
   * @param link null if there is none
   */
  record Telling(
      NoticeType type,
      Facts facts,
      Instant occurredAt,
      Language language,
      ZoneId zone,
      PasswordLinkAddress link) {

    /** Without a link. */
    public Telling(
        NoticeType type, Facts facts, Instant occurredAt, Language language, ZoneId zone) {
      this(type, facts, occurredAt, language, zone, null);
    }

    public Telling with(PasswordLinkAddress address) {
      return new Telling(type, facts, occurredAt, language, zone, address);
    }

    /** Without the link. */
    @Override
    public String toString() {
      return "Telling[" + type + "]";
    }
  }

  /**
   * The same in three lengths.
   *
   * @param brief one or two sentences, for SMS, push and the app
   * @param text plain
   */
  record Words(String subject, String brief, String text, String html) {}

  /**
   * @throws IllegalStateException if a template and what it is given do not fit together: a bug
   */
  Words words(Telling telling);
}
