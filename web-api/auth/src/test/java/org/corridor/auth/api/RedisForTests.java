package org.corridor.auth.api;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.corridor.testing.vault.DocumentedVault;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import redis.embedded.RedisServer;

/**
 * A real Redis for the server under test, which is another process than this JVM, and a server that
 * speaks Vault's API; they go with the JVM. The WAR is told of Vault, and by Vault of Redis.
 */
final class RedisForTests {

  static final String BOOTSTRAP_CLIENT = "bootstrap";
  static final String BOOTSTRAP_SECRET = "only-for-tests-0123456789-0123456789";

  private static final int PORT = freePort();
  private static final RedisServer SERVER = start();
  private static final DocumentedVault VAULT = startVault();

  private RedisForTests() {}

  /** The WAR as it is built, with what an operator sets. */
  static WebArchive theWar() {
    return theWar("corridor.auth.second-factor.roles=ORG_USER");
  }

  /** The same with another setting. */
  static WebArchive theWar(String setting) {
    return ShrinkWrap.create(ZipImporter.class, "corridor-auth-api.war")
        .importFrom(new File(System.getProperty("corridor.test.archive")))
        .as(WebArchive.class)
        .addAsResource(
            new StringAsset(settings(setting)), "META-INF/microprofile-config.properties");
  }

  private static String settings(String another) {
    return String.join(
        "\n",
        "corridor.secrets.provider=vault",
        "corridor.vault.address=" + VAULT.address(),
        "corridor.vault.approle.role-id=" + DocumentedVault.ROLE_ID,
        "corridor.vault.approle.secret-id=" + DocumentedVault.SECRET_ID,
        "corridor.vault.kv.paths=corridor/common,corridor/auth",
        "corridor.vault.transit.key=corridor",
        another,
        "corridor.auth.bootstrap.client-id=" + BOOTSTRAP_CLIENT);
  }

  private static DocumentedVault startVault() {
    var vault = DocumentedVault.start();
    vault.put("corridor/common", Map.of("corridor.redis.uri", "redis://127.0.0.1:" + PORT));
    vault.put(
        "corridor/auth",
        Map.of(
            "corridor.auth.key-store-password",
            "only-for-tests-0123456789",
            "corridor.auth.bootstrap.client-secret",
            BOOTSTRAP_SECRET));
    Runtime.getRuntime().addShutdownHook(new Thread(vault::close));
    return vault;
  }

  static void stop() {
    SERVER.stop();
  }

  static void restart() {
    SERVER.start();
  }

  private static RedisServer start() {
    var server = RedisServer.builder().port(PORT).bind("127.0.0.1").setting("save \"\"").build();
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
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
