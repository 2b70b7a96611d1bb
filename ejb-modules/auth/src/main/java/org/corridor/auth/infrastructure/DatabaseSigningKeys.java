package org.corridor.auth.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.auth.application.AuthClock;
import org.corridor.auth.application.SigningKeys;
import org.corridor.auth.domain.KeySchedule;
import org.corridor.platform.secrets.Secrets;

/**
 * The signing keys in a row of the context's database, the same for all replicas: a sealed JWK set,
 * under keys that do not stand there.
 *
 * <p>Keys come and go by a schedule. Each replica looks every minute what is to be done; of several
 * that do it at once the first to write has done it for all. Which key signs follows from the set
 * and the time alone, so replicas need not talk about it.
 *
 * <p>Not a PKCS #12 file: that keeps a private key only beside a certificate, which nothing here
 * needs and the JDK cannot make.
 */
@ApplicationScoped
public class DatabaseSigningKeys implements SigningKeys {

  private static final Logger LOG = Logger.getLogger(DatabaseSigningKeys.class.getName());

  private final DataSource dataSource;
  private final SigningKeySealing sealing;
  private final KeySchedule schedule;
  private final AuthClock clock;
  private volatile Loaded loaded;

  /** What stands in the row. */
  private record Row(String sealed, Instant createdAt) {}

  private record Loaded(Row row, KeyRing ring) {}

  @Inject
  public DatabaseSigningKeys(
      AuthDataSource dataSource, SigningKeySealing sealing, KeySchedule schedule, AuthClock clock) {
    this.dataSource = dataSource.get();
    this.sealing = sealing;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Sealed under the password alone. */
  public DatabaseSigningKeys(
      AuthDataSource dataSource, KeyStorePassword password, KeySchedule schedule, AuthClock clock) {
    this(dataSource, new SigningKeySealing(password, Secrets.none()), schedule, clock);
  }

  /** For the container's proxy. */
  protected DatabaseSigningKeys() {
    this.dataSource = null;
    this.sealing = null;
    this.schedule = null;
    this.clock = null;
  }

  @Override
  public JWKSet publicKeys() {
    return loaded().ring().published();
  }

  @Override
  public SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims) {
    var ring = loaded().ring();
    var key = schedule.signing(ring.times(), clock.now());
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(key.id()).build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(ring.signer(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
    return jwt;
  }

  /**
   * Reads the keys, makes them at the very first start, and does what the schedule says. If
   * replicas start together, the first to write has made them for all.
   *
   * @throws IllegalStateException if the configured password does not open them
   */
  void refresh() {
    try (var connection = dataSource.getConnection()) {
      var row = read(connection);
      if (row == null) {
        writeIfFirst(connection, sealing.seal(KeyRing.first(clock.now()).secretJson()));
        row = read(connection);
      }
      take(row);
      var plan = schedule.plan(loaded.ring().times(), clock.now());
      if (!plan.changesNothing()) {
        change(connection, plan);
      }
      if (!sealing.isCurrent(loaded.row().sealed())) {
        sealAnew(connection);
      }
    } catch (SQLException | JOSEException e) {
      throw new IllegalStateException("cannot get the signing keys", e);
    }
  }

  private void change(Connection connection, KeySchedule.Plan plan)
      throws SQLException, JOSEException {
    var next = loaded.ring().changed(plan, loaded.row().createdAt());
    if (replace(connection, loaded.row().sealed(), sealing.seal(next.secretJson()))) {
      LOG.log(
          Level.INFO,
          "signing keys: the next signs from {0}, no longer published: {1}",
          new Object[] {plan.nextSignsFrom().map(Instant::toString).orElse("-"), plan.outlived()});
    }
    take(read(connection));
  }

  private void sealAnew(Connection connection) throws SQLException, JOSEException {
    var sealed = sealing.seal(loaded.ring().secretJson());
    if (replace(connection, loaded.row().sealed(), sealed)) {
      LOG.log(Level.INFO, "signing keys: sealed anew");
    }
    take(read(connection));
  }

  private Loaded loaded() {
    if (loaded == null) {
      refresh();
    }
    return loaded;
  }

  /** Opening takes a while on purpose, so what has not changed is not opened again. */
  private void take(Row row) throws JOSEException {
    var known = loaded;
    if (known == null || !known.row().equals(row)) {
      loaded = new Loaded(row, new KeyRing(sealing.open(row.sealed()), row.createdAt()));
    }
  }

  private static Row read(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("select encrypted, created_at from signing_key");
        var rows = select.executeQuery()) {
      return rows.next()
          ? new Row(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant())
          : null;
    }
  }

  private static void writeIfFirst(Connection connection, String sealed) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into signing_key (id, encrypted) values (1, ?) on conflict do nothing")) {
      insert.setString(1, sealed);
      insert.executeUpdate();
    }
  }

  /** Only if it is still what this replica has read: another may have been first. */
  private static boolean replace(Connection connection, String old, String sealed)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update signing_key set encrypted = ?, changed_at = now()"
                + " where id = 1 and encrypted = ?")) {
      update.setString(1, sealed);
      update.setString(2, old);
      return update.executeUpdate() == 1;
    }
  }
}
