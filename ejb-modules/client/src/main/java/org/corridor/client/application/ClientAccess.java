package org.corridor.client.application;

import java.util.Optional;
import org.corridor.client.domain.Client;
import org.corridor.kernel.Caller;

/**
 * Who reaches which client. The permission to do a thing at all was checked at the door; here is
 * what the caller's attributes make of it:
 *
 * <table>
 *   <caption>Attribute rules</caption>
 *   <tr><th>caller</th><th>sees and changes</th><th>registers</th><th>sees in the history</th></tr>
 *   <tr><td>customer</td><td>its own record</td><td>nobody</td><td>what happened, not why and by
 *   whom: a suspicion must not be tipped off</td></tr>
 *   <tr><td>bound to a branch</td><td>clients of that branch</td><td>at that branch</td><td>all</td>
 *   </tr>
 *   <tr><td>anybody else</td><td>all</td><td>at every branch</td><td>all</td></tr>
 * </table>
 */
public final class ClientAccess {

  private ClientAccess() {}

  public static boolean reaches(Caller caller, Client client) {
    return caller.reaches(client.id(), client.origin().branch());
  }

  public static boolean mayRegisterAt(Caller caller, String branch) {
    return !caller.isCustomer() && caller.boundBranch().map(branch::equals).orElse(true);
  }

  public static boolean seesReasons(Caller caller) {
    return !caller.isCustomer();
  }

  /** Narrows a filter to what the caller reaches; empty if nothing is left. */
  public static Optional<ClientFilter> narrow(Caller caller, ClientFilter asked) {
    if (caller.isCustomer()) {
      return Optional.of(
          new ClientFilter(caller.clientId(), asked.status(), asked.branch(), asked.namePrefix()));
    }
    var bound = caller.boundBranch().orElse(asked.branch());
    if (asked.branch() != null && !asked.branch().equals(bound)) {
      return Optional.empty();
    }
    return Optional.of(new ClientFilter(asked.id(), asked.status(), bound, asked.namePrefix()));
  }
}
