package org.corridor.kernel;

/**
 * Something that happened to an aggregate, named in the past tense. It becomes the {@code data} of
 * an {@link EventEnvelope}: its record components are its published members.
 */
public interface DomainEvent {

  /** The published name with its version, such as {@code account.journal-posted.v1}. */
  String type();
}
