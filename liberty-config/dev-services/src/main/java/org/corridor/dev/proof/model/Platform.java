package org.corridor.dev.proof.model;

import java.util.List;
import java.util.Map;
import org.corridor.dev.proof.model.Reference.Account;

/** What the stories are played on. */
public interface Platform {

  /** New accounts, A, B and so on, with so many cents each. */
  Stage open(List<Long> cents);

  /** The accounts of one story. */
  interface Stage {

    /**
     * Sends all at the same instant.
     *
     * @return the answers, in the order of the commands
     * @throws Inconclusive if one of them cannot be told
     */
    List<Reply> perform(List<Command> commands) throws Inconclusive;

    /** The accounts as they are now. */
    Map<Character, Account> look() throws Inconclusive;
  }

  /**
   * The platform did not say what it has done: it may do it later. The rest of the story would
   * prove nothing.
   */
  final class Inconclusive extends Exception {
    private static final long serialVersionUID = 1L;

    public Inconclusive(String message) {
      super(message);
    }

    public Inconclusive(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
