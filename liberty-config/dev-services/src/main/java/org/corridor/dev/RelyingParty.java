package org.corridor.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A web server of somebody else that lets people in by OpenID Connect: Apache with
 * mod_auth_openidc, a certified relying party, as its package has it. It knows of Corridor what its
 * metadata say.
 */
public final class RelyingParty implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
  private static final Path PROGRAM = Path.of("/usr/sbin/apache2");

  private static final String CONFIGURATION =
      """
      ServerRoot "${home}"
      DefaultRuntimeDir "${home}"
      PidFile "${home}/apache.pid"
      ErrorLog "${home}/error.log"
      LogLevel warn auth_openidc:info
      ServerName 127.0.0.1
      Listen 127.0.0.1:${port}
      LoadModule mpm_event_module ${modules}/mod_mpm_event.so
      LoadModule authn_core_module ${modules}/mod_authn_core.so
      LoadModule authz_core_module ${modules}/mod_authz_core.so
      LoadModule authz_user_module ${modules}/mod_authz_user.so
      LoadModule status_module ${modules}/mod_status.so
      LoadModule auth_openidc_module ${modules}/mod_auth_openidc.so
      StartServers 1

      OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
      OIDCCABundlePath "${home}/ca.pem"
      OIDCClientID ${clientId}
      OIDCClientSecret ${clientSecret}
      OIDCRedirectURI ${base}/callback
      OIDCScope "openid profile email accounts:read"
      OIDCPKCEMethod S256
      OIDCCryptoPassphrase ${passphrase}
      OIDCInfoHook access_token id_token userinfo refresh_token session

      <Location /protected>
        AuthType openid-connect
        Require valid-user
        SetHandler server-status
      </Location>
      <Location /callback>
        AuthType openid-connect
        Require valid-user
      </Location>
      """;

  private final Path home;
  private final int port;
  private ServerProcess process;

  private RelyingParty(Path home, int port) {
    this.home = home.toAbsolutePath().resolve("run").resolve("relying-party");
    this.port = port;
  }

  /**
   * Where it sends people back to after they have signed in; and {@code /signed-out} after they
   * have signed out.
   */
  public static URI base(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Returns once it listens.
   *
   * @param home gets its files, below {@code run}
   * @throws RelyingPartyMissing if there is none on this machine
   */
  public static RelyingParty start(
      Path home, int port, URI issuer, String clientId, String clientSecret, TlsMaterial tls) {
    if (!Files.isExecutable(PROGRAM) || !Files.exists(MODULES.resolve("mod_auth_openidc.so"))) {
      throw new RelyingPartyMissing();
    }
    var party = new RelyingParty(home, port);
    ServerProcess.stopOrphan(party.pidFile());
    var settings =
        Map.of(
            "home", party.home.toString(),
            "port", Integer.toString(port),
            "modules", MODULES.toString(),
            "issuer", issuer.toString(),
            "base", base(port).toString(),
            "clientId", clientId,
            "clientSecret", clientSecret,
            "passphrase", clientSecret);
    try {
      party.layOut(settings, tls);
    } catch (IOException e) {
      throw new DevServicesException("Cannot lay out " + party.home, e);
    }
    party.awaitListening();
    return party;
  }

  @Override
  public void close() {
    process.terminate(Duration.ofSeconds(5));
  }

  private void layOut(Map<String, String> settings, TlsMaterial tls) throws IOException {
    PrivateFiles.deleteTree(home);
    Files.createDirectories(home);
    var configuration = CONFIGURATION;
    for (var setting : settings.entrySet()) {
      configuration = configuration.replace("${" + setting.getKey() + "}", setting.getValue());
    }
    PrivateFiles.write(home.resolve("apache.conf"), configuration);
    Files.copy(tls.certificatePem(), home.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
    var user = OrdinaryUser.here();
    user.give(home);
    process =
        ServerProcess.start(
            user.command(
                List.of(
                    PROGRAM.toString(),
                    "-D",
                    "FOREGROUND",
                    "-f",
                    home.resolve("apache.conf").toString())),
            Map.of(),
            home.resolveSibling("relying-party.log"),
            pidFile());
  }

  private Path pidFile() {
    return home.resolveSibling("relying-party.pid");
  }

  private void awaitListening() {
    var deadline = Instant.now().plus(START);
    while (!accepts()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.kill();
        throw new DevServicesException(
            "Apache did not start"
                + LogTail.of(home.resolveSibling("relying-party.log"), 10)
                + LogTail.of(home.resolve("error.log"), 10));
      }
      pause();
    }
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while Apache was starting", e);
    }
  }
}
