package org.corridor.transaction.infrastructure.file;

import java.util.ArrayList;
import java.util.List;
import org.corridor.transaction.application.file.FileFault;

/** What is wrong with a file, as far as anybody will read it. */
final class Faults {

  private static final int MOST = 20;

  private final List<FileFault> found = new ArrayList<>();

  void add(String where, String detail) {
    if (!isFull()) {
      found.add(new FileFault(where, detail));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** There is no sense in reading on. */
  boolean isFull() {
    return found.size() >= MOST;
  }

  List<FileFault> found() {
    return List.copyOf(found);
  }
}
