package org.corridor.auth.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.corridor.auth.application.AccessTokens;
import org.corridor.auth.application.AuthClock;
import org.corridor.auth.application.AuthCounts;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.BeginSignIn;
import org.corridor.auth.application.ChangeClientCredentials;
import org.corridor.auth.application.ChangePasskeys;
import org.corridor.auth.application.ChangePassword;
import org.corridor.auth.application.CheckPasskey;
import org.corridor.auth.application.CheckSecondFactor;
import org.corridor.auth.application.ClientAssertions;
import org.corridor.auth.application.ClientAuthenticator;
import org.corridor.auth.application.CompleteSignIn;
import org.corridor.auth.application.ConfirmSecondFactor;
import org.corridor.auth.application.ConsentCheck;
import org.corridor.auth.application.ContinueSession;
import org.corridor.auth.application.CreateUser;
import org.corridor.auth.application.DecideConsent;
import org.corridor.auth.application.DisableSecondFactor;
import org.corridor.auth.application.EndSession;
import org.corridor.auth.application.EnrolOnTheWayIn;
import org.corridor.auth.application.EnrolSecondFactor;
import org.corridor.auth.application.ExpirePassword;
import org.corridor.auth.application.FinishSignIn;
import org.corridor.auth.application.IdTokens;
import org.corridor.auth.application.IntrospectToken;
import org.corridor.auth.application.InviteUser;
import org.corridor.auth.application.IssueTokens;
import org.corridor.auth.application.MakePasswordLink;
import org.corridor.auth.application.NewPasswords;
import org.corridor.auth.application.OfferEnrolment;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.OwnTokens;
import org.corridor.auth.application.PasskeyCeremonies;
import org.corridor.auth.application.PasskeySettings;
import org.corridor.auth.application.PasswordCheck;
import org.corridor.auth.application.PasswordLinkSecrets;
import org.corridor.auth.application.PasswordPolicy;
import org.corridor.auth.application.PeopleSettings;
import org.corridor.auth.application.ProofsOfPossession;
import org.corridor.auth.application.PushRequest;
import org.corridor.auth.application.RedeemCode;
import org.corridor.auth.application.Refresh;
import org.corridor.auth.application.RegisterApiClient;
import org.corridor.auth.application.RegisterConfiguredClients;
import org.corridor.auth.application.RegisterPasskey;
import org.corridor.auth.application.RenewRecoveryCodes;
import org.corridor.auth.application.ReplaceExpiredPassword;
import org.corridor.auth.application.RequestPasswordReset;
import org.corridor.auth.application.RevocationLog;
import org.corridor.auth.application.RevokeToken;
import org.corridor.auth.application.RoleChecks;
import org.corridor.auth.application.ScriptSignIn;
import org.corridor.auth.application.SecondFactorRoles;
import org.corridor.auth.application.SecondFactorRule;
import org.corridor.auth.application.SignInByPasskey;
import org.corridor.auth.application.SignOut;
import org.corridor.auth.application.SignedInBrowsers;
import org.corridor.auth.application.TellPasswordLink;
import org.corridor.auth.application.TellUserInfo;
import org.corridor.auth.application.TokenFamilies;
import org.corridor.auth.application.TokenOwners;
import org.corridor.auth.application.TokenRequesters;
import org.corridor.auth.application.UpdateApiClient;
import org.corridor.auth.application.UpdateUser;
import org.corridor.auth.application.UsePasswordLink;
import org.corridor.auth.application.UserLock;
import org.corridor.auth.application.VerifyToken;
import org.corridor.auth.application.WithdrawConsent;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.KeySchedule;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import redis.embedded.RedisServer;

/** The whole context without a container, on a real PostgreSQL and a real Redis. */
public final class AuthFixture implements AuthCounts, AutoCloseable {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final String ISSUER = "https://corridor.test/api/auth/v1";
  public static final String PASSWORD = "correct horse battery";
  public static final String KEY_STORE_PASSWORD = "only-for-tests-0123456789";
  public static final Trail TRAIL = Trail.of("a-test");
  public static final KeySchedule KEY_SCHEDULE =
      new KeySchedule(Duration.ofDays(30), Duration.ofHours(2), Duration.ofMinutes(15));

  public static final PeopleSettings PEOPLE =
      new PeopleSettings(3, Duration.ofMinutes(30), Duration.ofDays(3));

  /** Somebody at head office who may do everything. */
  public static final Caller ADMIN =
      new Caller("01936d5c-0000-7000-8000-00000000aaaa", Permissions.all(), null, null, Map.of());

  public final TestDatabase database = TestDatabase.create("auth");
  public final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  public final Map<String, Integer> counted = new TreeMap<>();

  private final RedisServer redisServer;
  final RedisConnection redis;
  final TestEntities entities;
  public final AuthClock clock = now::get;
  public final AuthSettings settings =
      new AuthSettings(
          URI.create(ISSUER),
          Duration.ofMinutes(10),
          Duration.ofHours(12),
          Duration.ofHours(2),
          true);
  public final DatabaseSigningKeys keys;
  public final JpaUsers users;
  public final JpaRoles roles;
  public final JpaApiClients clients;
  public final JpaSignIns signIns;
  public final JpaEventLog events;
  public final RedisRefreshTokens refreshTokens;
  public final RedisAuthorizationCodes codes;
  public final PasswordCheck passwords;
  public final IssueTokens issueTokens;
  public final RevokeToken revokeToken;
  public final JpaRevocations revocations;
  public final IntrospectToken introspectToken;
  public final TellUserInfo tellUserInfo;
  public final EndSession endSession;
  public final VerifyToken verifyToken;
  public final ScriptSignIn scriptSignIn;
  public final PushRequest pushRequest;
  public final BeginSignIn beginSignIn;
  public final CompleteSignIn completeSignIn;
  public final ReplaceExpiredPassword replaceExpiredPassword;
  public final RedisBrowserSessions sessions;
  public final SignedInBrowsers browsers;
  public final ContinueSession continueSession;
  public final DecideConsent decideConsent;
  public final WithdrawConsent withdrawConsent;
  public final SignOut signOut;
  public final AesSecretEncryption encryption;
  public final EnrolSecondFactor enrolSecondFactor;
  public final EnrolOnTheWayIn enrolOnTheWayIn;
  public final RenewRecoveryCodes renewRecoveryCodes;
  public final CheckSecondFactor checkSecondFactor;
  public final DisableSecondFactor disableSecondFactor;
  public final ChangePasskeys changePasskeys;
  public final RegisterPasskey registerPasskey;
  public final CheckPasskey checkPasskey;
  public final SignInByPasskey signInByPasskey;
  public final ConfirmSecondFactor confirmSecondFactor;
  public final TellPasswordLink tellPasswordLink;
  public final RequestPasswordReset requestPasswordReset;
  public final UsePasswordLink usePasswordLink;
  private final InviteUser inviteUser;
  private final ExpirePassword expirePassword;
  private final CreateUser createUser;
  private final UpdateUser updateUser;
  private final ChangePassword changePassword;
  private final RegisterApiClient registerApiClient;
  private final ChangeClientCredentials changeCredentials;
  private final UpdateApiClient updateApiClient;
  private final RegisterConfiguredClients configured;

  public AuthFixture() {
    this(SecondFactorRoles.none());
  }

  public AuthFixture(SecondFactorRoles secondFactorRoles) {
    new Migrations(database.owner(), "auth", getClass().getClassLoader()).apply();
    var port = freePort();
    redisServer = startRedis(port);
    redis = new RedisConnection(new RedisSettings("redis://127.0.0.1:" + port, null));
    entities = new TestEntities(database.app());
    keys = signingKeys(KEY_STORE_PASSWORD);
    users = new JpaUsers(entities);
    roles = new JpaRoles(entities);
    clients = new JpaApiClients(entities);
    signIns = new JpaSignIns(entities);
    events = new JpaEventLog(entities);
    refreshTokens = new RedisRefreshTokens(redis, settings);
    codes = new RedisAuthorizationCodes(redis, settings);
    var hashing = new Argon2PasswordHashing();
    var checks = new RoleChecks(roles);
    var digests = new HmacSecretDigests(new KeyStorePassword(KEY_STORE_PASSWORD));
    var addresses = new RedisAddressDelays(redis, digests);
    passwords =
        new PasswordCheck(
            users,
            signIns,
            addresses,
            hashing,
            entities,
            new PasswordCheck.Journal(events, this, clock));
    revocations = new JpaRevocations(entities);
    var log = new RevocationLog(events, revocations, entities, clock, this);
    var families = new TokenFamilies(refreshTokens, settings, clock, log);
    var access = new AccessTokens(keys, roles, settings, clock);
    var singleUses = new RedisSingleUses(redis);
    var proofs = new ProofsOfPossession(singleUses, settings);
    var authenticator =
        new ClientAuthenticator(clients, new ClientAssertions(singleUses, settings), clock);
    var factors = new JpaSecondFactors(entities);
    var passkeys = new JpaPasskeys(entities);
    var rule = new SecondFactorRule(factors, passkeys, users, secondFactorRoles);
    var consents = new JpaConsents(entities);
    var consentCheck = new ConsentCheck(consents, clients);
    var userLock = new UserLock(users, entities);
    sessions = new RedisBrowserSessions(redis, settings);
    issueTokens =
        new IssueTokens(
            new TokenRequesters(authenticator, proofs),
            access,
            new RedeemCode(
                codes,
                families,
                access,
                new IdTokens(keys, settings, clock),
                new RedeemCode.Standing(userLock, sessions, consentCheck, rule)),
            new Refresh(families, users, rule, access),
            this);
    var owners = new TokenOwners(clients, users, revocations, rule);
    var ownTokens = new OwnTokens(keys, settings, clock);
    revokeToken = new RevokeToken(authenticator, families, ownTokens, log);
    introspectToken = new IntrospectToken(authenticator, ownTokens, families, owners);
    tellUserInfo = new TellUserInfo(ownTokens, owners);
    verifyToken = new VerifyToken(ownTokens, owners);
    var pending = new RedisPendingSignIns(redis);
    var pushed = new RedisPushedRequests(redis);
    pushRequest = new PushRequest(authenticator, proofs, pushed);
    beginSignIn = new BeginSignIn(clients, pushed, pending, settings);
    var steps = new RedisSignInSteps(redis);
    encryption = new AesSecretEncryption(new KeyStorePassword(KEY_STORE_PASSWORD));
    browsers = new SignedInBrowsers(sessions, users, settings, clock);
    enrolSecondFactor = new EnrolSecondFactor(factors, rule, encryption, events, entities, clock);
    var challenges = new RedisPasskeyChallenges(redis);
    var ceremonies = new PasskeyCeremonies(PasskeySettings.of(settings.issuer(), null));
    registerPasskey =
        new RegisterPasskey(
            challenges,
            ceremonies,
            rule,
            entities,
            new RegisterPasskey.Records(passkeys, factors, events, clock));
    var offering = new OfferEnrolment(enrolSecondFactor, registerPasskey);
    var finishing =
        new FinishSignIn(
            pending,
            steps,
            codes,
            browsers,
            new FinishSignIn.Requirements(rule, offering, consentCheck),
            settings);
    enrolOnTheWayIn =
        new EnrolOnTheWayIn(
            pending,
            steps,
            users,
            finishing,
            new EnrolOnTheWayIn.Devices(enrolSecondFactor, registerPasskey, offering));
    decideConsent =
        new DecideConsent(
            pending,
            steps,
            finishing,
            browsers,
            new DecideConsent.Records(users, consents, events, entities, clock));
    withdrawConsent =
        new WithdrawConsent(
            consents,
            refreshTokens,
            families,
            new WithdrawConsent.Records(userLock, events, clock));
    scriptSignIn = new ScriptSignIn(passwords, finishing, clients, families, access, clock);
    checkSecondFactor = new CheckSecondFactor(factors, encryption, events, entities, clock);
    renewRecoveryCodes = new RenewRecoveryCodes(factors, rule, events, entities, clock);
    changePasskeys = new ChangePasskeys(passkeys, factors, rule, events, entities, clock);
    disableSecondFactor =
        new DisableSecondFactor(
            users, checks, checkSecondFactor, enrolSecondFactor, changePasskeys);
    checkPasskey =
        new CheckPasskey(
            challenges,
            ceremonies,
            passkeys,
            entities,
            new CheckPasskey.Records(
                users, signIns, addresses, new PasswordCheck.Journal(events, this, clock)));
    signInByPasskey = new SignInByPasskey(pending, steps, users, checkPasskey, finishing, clock);
    confirmSecondFactor =
        new ConfirmSecondFactor(pending, steps, users, checkSecondFactor, finishing);
    continueSession = new ContinueSession(browsers, finishing, rule, consentCheck, clock);
    signOut =
        new SignOut(
            sessions,
            refreshTokens,
            families,
            new SignOut.Doings(users, userLock, checks, events, entities, clock));
    endSession = new EndSession(ownTokens, clients, families, browsers, signOut);
    completeSignIn = new CompleteSignIn(pending, passwords, finishing, clock);
    var former = new JpaFormerPasswords(entities);
    var choosing =
        new NewPasswords(
            new PasswordPolicy(new ShippedBreachedPasswords(), former, hashing, PEOPLE),
            hashing,
            entities,
            new NewPasswords.Records(users, signIns, former, events, PEOPLE),
            clock);
    replaceExpiredPassword = new ReplaceExpiredPassword(pending, steps, users, choosing, finishing);
    expirePassword = new ExpirePassword(users, checks, events, clock);
    var links = new JpaPasswordLinks(entities);
    var secrets = new PasswordLinkSecrets(digests);
    var making = new MakePasswordLink(links, secrets, events, PEOPLE, clock);
    tellPasswordLink = new TellPasswordLink(links, secrets, settings, clock);
    requestPasswordReset = new RequestPasswordReset(users, links, making, hashing, entities, clock);
    usePasswordLink = new UsePasswordLink(links, users, choosing, events, clock);
    inviteUser = new InviteUser(users, checks, making);
    createUser = new CreateUser(users, checks, choosing, making, events, clock);
    updateUser = new UpdateUser(users, signIns, checks, revocations, events, clock);
    changePassword = new ChangePassword(users, passwords, choosing, checks);
    registerApiClient = new RegisterApiClient(clients, events, clock);
    changeCredentials = new ChangeClientCredentials(clients, revocations, events, clock);
    updateApiClient = new UpdateApiClient(clients, revocations, events, clock);
    configured = new RegisterConfiguredClients(clients, events, clock);
  }

  public DatabaseSigningKeys signingKeys(String password) {
    return new DatabaseSigningKeys(
        new AuthDataSource() {
          @Override
          public DataSource get() {
            return database.app();
          }
        },
        new KeyStorePassword(password),
        KEY_SCHEDULE,
        clock);
  }

  public User givenUser(String username, Assignment assignment) {
    return done(create(username, assignment, ADMIN));
  }

  public User givenTeller(String username) {
    return givenUser(username, new Assignment(Set.of("TELLER"), "BER", null, Map.of()));
  }

  public Outcome<User> create(String username, Assignment assignment, Caller caller) {
    return create(username, assignment, PASSWORD, caller);
  }

  public Outcome<User> create(
      String username, Assignment assignment, String password, Caller caller) {
    return create(new User.Profile(username, "Some Body"), assignment, password, caller);
  }

  public Outcome<User> create(
      User.Profile profile, Assignment assignment, String password, Caller caller) {
    return entities.inNew(
        () ->
            createUser.create(
                new CreateUser.Command(profile, assignment, password, caller, TRAIL)));
  }

  public Outcome<User> update(UpdateUser.Command command) {
    return entities.inNew(() -> updateUser.update(command));
  }

  public Outcome<User> changePassword(ChangePassword.Command command) {
    return changePassword.change(command);
  }

  /** A teller who can be written to. */
  public User givenReachable(String username) {
    var profile = new User.Profile(username, "Some Body", username + "@example.com");
    var teller = new Assignment(Set.of("TELLER"), "BER", null, Map.of());
    return done(create(profile, teller, PASSWORD, ADMIN));
  }

  public Outcome<User> invite(User user, Caller caller) {
    return entities.inNew(() -> inviteUser.invite(user.id(), caller, TRAIL));
  }

  public Outcome<User> expirePassword(User user, Caller caller) {
    return entities.inNew(() -> expirePassword.expire(user.id(), caller, TRAIL));
  }

  public Outcome<RegisterApiClient.Registered> register(RegisterApiClient.Command command) {
    return entities.inNew(() -> registerApiClient.register(command));
  }

  public Outcome<RegisterApiClient.Registered> rotate(ChangeClientCredentials.NewSecret command) {
    return entities.inNew(() -> changeCredentials.rotate(command));
  }

  public Outcome<ApiClient> replaceKeys(ChangeClientCredentials.NewKeys command) {
    return entities.inNew(() -> changeCredentials.replaceKeys(command));
  }

  public Outcome<ApiClient> update(UpdateApiClient.Command command) {
    return entities.inNew(() -> updateApiClient.update(command));
  }

  public void bootstrap(String id, String secret) {
    entities.inNew(
        () -> {
          configured.bootstrap(id, secret, TRAIL);
          return id;
        });
  }

  public void service(String id, String secret) {
    entities.inNew(
        () -> {
          configured.service(id, secret, TRAIL);
          return id;
        });
  }

  /** The types of all events in a stream, oldest first. */
  public List<String> eventTypes(String stream) {
    try (var connection = database.app().getConnection()) {
      return JpaEventLog.STORE.read(connection, stream).stream().map(e -> e.type()).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The data of all events, wherever. */
  public List<String> eventData(String type) {
    try (var connection = database.app().getConnection();
        var select =
            connection.prepareStatement(
                "select data from event where type = ? order by position")) {
      select.setString(1, type);
      var data = new ArrayList<String>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          data.add(rows.getString(1));
        }
      }
      return data;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new AssertionError("refused: " + outcome);
  }

  /** Every key in Redis, with all that is under it. */
  public List<String> redisDump() {
    return redis.call(
        client -> {
          var texts = new ArrayList<String>();
          for (var key : client.getKeys().getKeys()) {
            texts.add(key);
            texts.add(contents(client, key));
          }
          return texts;
        });
  }

  private static String contents(RedissonClient client, String key) {
    return switch (client.getKeys().getType(key)) {
      case MAP -> client.<String, String>getMap(key, StringCodec.INSTANCE).readAllMap().toString();
      case SET -> client.<String>getSet(key, StringCodec.INSTANCE).readAll().toString();
      default -> client.<String>getBucket(key, StringCodec.INSTANCE).get();
    };
  }

  /** Every row of every table, as text. */
  public List<String> databaseDump() {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement();
        var tables =
            statement.executeQuery(
                "select table_name from information_schema.tables"
                    + " where table_schema = current_schema() and table_type = 'BASE TABLE'")) {
      var rows = new ArrayList<String>();
      while (tables.next()) {
        rows.addAll(rows(connection, tables.getString(1)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select t::text from \"" + table + "\" t")) {
      var rows = new ArrayList<String>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    }
  }

  public boolean redisAnswers() {
    return redis.answers();
  }

  public <T> T inTransaction(Supplier<T> work) {
    return entities.inNew(work);
  }

  public void stopRedis() {
    redisServer.stop();
  }

  public void startRedis() {
    redisServer.start();
  }

  @Override
  public void tokenIssued(GrantType grant) {
    count("issued " + grant.code());
  }

  @Override
  public void tokenRefused(String error) {
    count("refused " + error);
  }

  @Override
  public void signIn(String outcome) {
    count("sign-in " + outcome);
  }

  @Override
  public void familyRevoked(TokenFamilyRevoked.Reason reason) {
    count("revoked " + reason);
  }

  private synchronized void count(String what) {
    counted.merge(what, 1, Integer::sum);
  }

  @Override
  public void close() {
    redis.close();
    redisServer.stop();
  }

  private static RedisServer startRedis(int port) {
    var server = RedisServer.builder().port(port).bind("127.0.0.1").setting("save \"\"").build();
    server.start();
    return server;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
