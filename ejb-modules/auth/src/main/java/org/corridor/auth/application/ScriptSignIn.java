package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Audience;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/**
 * Signs a person in from a script, by user name and password, for the platform's own command line
 * and for no other client. This is no grant of OAuth: other programs never see a password, and send
 * people to the authorization endpoint instead.
 *
 * <p>The password is checked as on the sign-in page, with the same delays and the same lock.
 * Whoever has to show a second factor, or to choose another password, does so there.
 */
@ApplicationScoped
public class ScriptSignIn {

  /** The one client whose tokens come this way. */
  public static final String CLIENT = "corridor-cli";

  private final PasswordCheck passwords;
  private final FinishSignIn finishing;
  private final ApiClients clients;
  private final TokenFamilies families;
  private final AccessTokens accessTokens;
  private final AuthClock clock;

  @Inject
  public ScriptSignIn(
      PasswordCheck passwords,
      FinishSignIn finishing,
      ApiClients clients,
      TokenFamilies families,
      AccessTokens accessTokens,
      AuthClock clock) {
    this.passwords = passwords;
    this.finishing = finishing;
    this.clients = clients;
    this.families = families;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ScriptSignIn() {
    this(null, null, null, null, null, null);
  }

  /**
   * What was sent; nothing is null.
   *
   * @param origin where it came from
   */
  public record Login(String username, String password, Origin origin) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Login[]";
    }
  }

  /** What a script gets. */
  public sealed interface Answer {

    record SignedIn(Tokens tokens) implements Answer {}

    /**
     * Whatever is wrong: the user, the password or its age, a delay, a lock, or a second factor
     * that was not shown; or the command line gets bound tokens only.
     */
    record Refused() implements Answer {}

    /** The password is right, but the user's roles demand a second factor, and it has none. */
    record SecondFactorMissing() implements Answer {}
  }

  /**
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public Answer signIn(Login login, Trail trail) {
    // before the check: a password that is changed meanwhile makes this sign-in void
    var at = clock.now();
    var client = clients.byId(CLIENT).filter(ScriptSignIn::mayHaveUnboundTokens);
    return passwords
        .check(login.username(), login.password(), login.origin(), trail)
        .map(user -> answer(user, client, at))
        .orElseGet(Answer.Refused::new);
  }

  private Answer answer(User user, Optional<ApiClient> client, Instant at) {
    if (finishing.mustEnrol(user)) {
      return new Answer.SecondFactorMissing();
    }
    return client
        .filter(cli -> finishing.isPasswordEnough(user))
        .<Answer>map(cli -> new Answer.SignedIn(tokens(user, cli, at)))
        .orElseGet(Answer.Refused::new);
  }

  /** There is no proof and no certificate at this door. */
  private static boolean mayHaveUnboundTokens(ApiClient client) {
    return client.active() && !client.access().options().requiresBoundTokens();
  }

  private Tokens tokens(User user, ApiClient cli, Instant at) {
    var granted =
        new AccessTokens.Granted(
            cli.access().scopes(), Audience.all(), at, Proof.password(), Ids.next());
    var refresh = families.begin(user, cli, granted);
    return new Tokens(accessTokens.forUser(user, new TokenRequester(cli, null), granted), refresh);
  }
}
