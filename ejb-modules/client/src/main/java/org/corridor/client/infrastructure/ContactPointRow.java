package org.corridor.client.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One way to reach a client. */
@Embeddable
public class ContactPointRow {

  @Column(name = "kind")
  String kind;

  @Column(name = "value")
  String value;

  /** For the provider. */
  protected ContactPointRow() {}
}
