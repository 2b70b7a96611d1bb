package org.corridor.testing.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import org.corridor.testing.TestDatabase;
import org.jboss.arquillian.config.descriptor.api.ArquillianDescriptor;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Prepares Arquillian's server before it is started: the configuration of {@code liberty-config},
 * as it is, with a new database and free ports; only the doors differ, which are plain HTTP on the
 * loopback interface here. Its settings are system properties:
 *
 * <ul>
 *   <li>{@code corridor.test.context}: the context, such as {@code client}
 *   <li>{@code corridor.test.repository}: the root of the checkout
 *   <li>{@code corridor.test.liberty}: the directory {@code wlp} of the unpacked runtime
 *   <li>{@code corridor.test.directory}: where the server's directory is made, such as {@code
 *       target}
 *   <li>{@code corridor.test.listener}, if the context listens to events: its message-driven bean
 *       as Liberty names it, {@code <application>/<bean>}
 *   <li>{@code corridor.test.jwks}, if the context issues the access tokens itself: the path of its
 *       keys on the server; else the server trusts {@link TokensForTests}
 * </ul>
 */
public final class LibertyForTests implements LoadableExtension {

  private static final int LARGEST_PORT = 32_767;

  /** Where the server has its configuration. */
  public static Path serverDirectory() {
    return userDirectory().resolve("servers").resolve(serverName());
  }

  /** Of its own for each checkout: Arquillian refuses to start a server whose name is running. */
  private static String serverName() {
    return "in-container-" + Integer.toHexString(userDirectory().hashCode());
  }

  private static Path userDirectory() {
    return Path.of(setting("directory"), "liberty-usr").toAbsolutePath();
  }

  private static String setting(String name) {
    var value = System.getProperty("corridor.test." + name);
    if (value == null) {
      throw new IllegalStateException("corridor.test." + name + " is not set");
    }
    return value;
  }

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Preparation.class);
  }

  /** Runs when the descriptor has been read and before a container is made of it. */
  public static final class Preparation {

    /** Arquillian reads the properties that are set here. */
    public void prepare(@Observes(precedence = 100) ArquillianDescriptor descriptor) {
      var context = setting("context");
      var user = userDirectory();
      var port = freePort();
      try {
        write(user, context, port);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot prepare the server in " + user, e);
      }
      descriptor
          .container("liberty")
          .setDefault()
          .property("wlpHome", setting("liberty"))
          .property("usrDir", user.toString())
          .property("serverName", serverName())
          .property("httpPort", String.valueOf(port))
          .property("serverStartTimeout", "120")
          .property("appDeployTimeout", "120")
          .property("appUndeployTimeout", "60");
    }

    private static void write(Path user, String context, int port) throws IOException {
      var repository = Path.of(setting("repository"));
      copy(repository.resolve("liberty-config/common"), user.resolve("shared/config/common"));
      var drivers = Files.createDirectories(user.resolve("shared/resources/postgresql"));
      replace(driverJar(), drivers.resolve("postgresql.jar"));
      var server = serverDirectory();
      Files.createDirectories(server.resolve("dropins"));
      var common = user.resolve("shared/config/common");
      replace(common.resolve("jvm.options"), server.resolve("jvm.options"));
      Files.writeString(server.resolve("server.env"), "WLP_LOGGING_CONSOLE_LOGLEVEL=ERROR\n");
      Files.writeString(server.resolve("server.xml"), serverXml(context, port));
      Files.writeString(server.resolve("bootstrap.properties"), bootstrap(context, port));
    }

    private static String serverXml(String context, int port) {
      return """
      <server description="Corridor, %1$s in in-container tests">
        <include location="${shared.config.dir}/common/base.xml"/>
        <include location="${shared.config.dir}/common/datasource-%1$s.xml"/>
        <include optional="true" location="${shared.config.dir}/common/batch-%1$s.xml"/>
        <include optional="true" location="${shared.config.dir}/common/mail-%1$s.xml"/>
        <include location="${shared.config.dir}/common/messaging-engine.xml"/>

        <featureManager>
          <feature>localConnector-1.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%2$d" httpsPort="-1"/>
        <applicationMonitor updateTrigger="mbean"/>
        %3$s
      </server>
      """
          .formatted(context, port, listener(context));
    }

    /** Subscribed as in {@code liberty-config/<context>/server.xml}. */
    private static String listener(String context) {
      var bean = System.getProperty("corridor.test.listener");
      return bean == null
          ? ""
          : """
            <jmsActivationSpec id="%s">
              <properties.wasJms destinationRef="events" destinationType="jakarta.jms.Topic"
                                 subscriptionDurability="DurableShared" clientId="%2$s"
                                 subscriptionName="%2$s" maxConcurrency="1"/>
            </jmsActivationSpec>
            """
              .formatted(bean, context);
    }

    private static String bootstrap(String context, int port) {
      var database = TestDatabase.create(context);
      var app = (PGSimpleDataSource) database.app();
      var owner = (PGSimpleDataSource) database.owner();
      return """
      corridor.db.host=localhost
      corridor.db.sslmode=disable
      corridor.db.port=%2$d
      corridor.db.%1$s.name=%3$s
      corridor.db.%1$s.app.password=%4$s
      corridor.db.%1$s.owner.password=%5$s
      corridor.tls.keystore=none.p12
      corridor.tls.keystore.password=none
      corridor.tls.truststore=none.p12
      corridor.tls.truststore.password=none
      corridor.token.issuer=%6$s
      corridor.token.jwks-uri=%7$s
      # days end when a test says so, not when the clock does
      corridor.account.end-of-day.at=off
      """
          .formatted(
              context,
              app.getPortNumbers()[0],
              app.getDatabaseName(),
              app.getPassword(),
              owner.getPassword(),
              TokensForTests.ISSUER,
              jwksUri(port));
    }

    private static String jwksUri(int port) {
      var own = System.getProperty("corridor.test.jwks");
      return own == null ? TokensForTests.jwksUri() : "http://localhost:" + port + own;
    }

    /** The one that the tests themselves use. */
    private static Path driverJar() {
      try {
        return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException("the driver does not come from a file", e);
      }
    }

    private static void copy(Path from, Path to) throws IOException {
      Files.createDirectories(to);
      try (var files = Files.list(from)) {
        for (var file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
          replace(file, to.resolve(file.getFileName()));
        }
      }
    }

    private static void replace(Path from, Path to) throws IOException {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Below the range from which the system takes ports for outgoing connections. */
    private static int freePort() {
      for (var port = LARGEST_PORT; port > LARGEST_PORT - 2_000; port--) {
        try (var socket = new ServerSocket(port)) {
          return socket.getLocalPort();
        } catch (IOException taken) {
          // the next one then
        }
      }
      throw new IllegalStateException("no free port below " + LARGEST_PORT);
    }
  }
}
