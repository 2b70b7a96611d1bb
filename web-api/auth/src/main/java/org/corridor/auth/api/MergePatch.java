package org.corridor.auth.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A merge patch (RFC 7396) of what has members only, and no objects in them. */
final class MergePatch {

  private MergePatch() {}

  /** The target, changed. */
  static ObjectNode apply(ObjectNode target, ObjectNode change) {
    change
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isNull()) {
                target.remove(member.getKey());
              } else {
                target.set(member.getKey(), member.getValue());
              }
            });
    return target;
  }
}
