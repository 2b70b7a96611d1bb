package org.corridor.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.corridor.dev.processor.ProcessorSimulator;

/**
 * What the application servers stand on: PostgreSQL with a database for each context, Redis, a
 * simulated processor of payments, TLS material and passwords, all kept below one directory, so
 * that a second start finds what the first one wrote.
 */
public final class EmbeddedServices implements AutoCloseable {
  /** The machine client with every permission, which auth registers when it starts. */
  public static final String BOOTSTRAP_CLIENT = "corridor-bootstrap";

  /** The machine client that the contexts call each other as. */
  private static final String SERVICE_CLIENT = "corridor-service";

  private final Path data;
  private final Path run;
  private final Path executables;
  private final Ports ports;
  private Secrets secrets;
  private TlsMaterial tls;
  private DataKeyStore keys;
  private PostgresServer postgres;
  private RedisServer redis;
  private ProcessorSimulator processor;
  private boolean closed;

  private EmbeddedServices(Path executables, Path home, Ports ports) {
    this.data = home.resolve("data");
    this.run = home.resolve("run");
    this.executables = executables;
    this.ports = ports;
    read();
  }

  /** {@link #create} and {@link #start()} in one. */
  public static EmbeddedServices start(Path executables, Path home, Ports ports) {
    var services = create(executables, home, ports);
    services.start();
    return services;
  }

  /**
   * Prepares both servers without starting them, and stops what an earlier run that was killed has
   * left running in this home.
   *
   * @param executables where PostgreSQL and Redis are unpacked, once for all
   * @param home gets {@code data} (outlives a restart) and {@code run} (logs and pid files)
   */
  public static EmbeddedServices create(Path executables, Path home, Ports ports) {
    try {
      // With ordinary rights: what is private lies further down, in data.
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new DevServicesException("Cannot create " + home, e);
    }
    var services = new EmbeddedServices(executables, home.toAbsolutePath(), ports);
    LibertyServer.stopOrphans(home);
    services.postgres.stopOrphan();
    services.redis.stopOrphan();
    return services;
  }

  /**
   * Starts both servers and makes what is missing in them.
   *
   * @throws DevServicesException if a port is taken or a server does not start; then none runs
   */
  public synchronized void start() {
    if (closed) {
      throw new DevServicesException("These services were closed");
    }
    ports.requireFree(Ports.POSTGRES, Ports.REDIS);
    try {
      postgres.start();
      redis.start();
      new Databases(postgres, secrets).provide();
      if (processor == null) {
        processor = ProcessorSimulator.start();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Deletes all data, passwords and certificates; only while nothing runs. */
  public synchronized void wipe() {
    if (postgres.isRunning() || redis.isRunning()) {
      throw new IllegalStateException("Stop the servers before their data is wiped");
    }
    try {
      PrivateFiles.deleteTree(data);
    } catch (IOException e) {
      throw new DevServicesException("Cannot delete " + data, e);
    }
    read();
  }

  /** The environment in which a Liberty server finds these services. */
  public Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    environment.put("CORRIDOR_TLS_KEYSTORE", tls.keyStore().toString());
    environment.put("CORRIDOR_TLS_KEYSTORE_PASSWORD", tls.password());
    environment.put("CORRIDOR_TLS_TRUSTSTORE", tls.trustStore().toString());
    environment.put("CORRIDOR_TLS_TRUSTSTORE_PASSWORD", tls.password());
    environment.put("CORRIDOR_REDIS_URI", "redis://127.0.0.1:" + redis.port());
    environment.put("CORRIDOR_REDIS_PASSWORD", secrets.get("redis"));
    environment.put("CORRIDOR_SERVICE_CLIENT_ID", SERVICE_CLIENT);
    environment.put("CORRIDOR_SERVICE_CLIENT_SECRET", secrets.get("service-client"));
    environment.put("CORRIDOR_DB_HOST", "127.0.0.1");
    environment.put("CORRIDOR_DB_PORT", Integer.toString(postgres.port()));
    environment.put("CORRIDOR_DB_SSLMODE", "disable");
    if (processor != null) {
      environment.put("CORRIDOR_TRANSACTION_PROCESSOR_URL", processor.uri().toString());
    }
    return environment;
  }

  /** What the context alone may know: the passwords of its own roles, its own secrets. */
  public Map<String, String> environment(Context context) {
    String prefix = "CORRIDOR_DB_" + context.name();
    var environment = new LinkedHashMap<String, String>();
    environment.put(prefix + "_OWNER_PASSWORD", secrets.get(Databases.ownerPassword(context)));
    environment.put(prefix + "_APP_PASSWORD", secrets.get(Databases.appPassword(context)));
    if (context == Context.AUTH) {
      environment.put("CORRIDOR_AUTH_KEY_STORE_PASSWORD", secrets.get("auth.key-store"));
      environment.put("CORRIDOR_AUTH_BOOTSTRAP_CLIENT_ID", BOOTSTRAP_CLIENT);
      environment.put("CORRIDOR_AUTH_BOOTSTRAP_CLIENT_SECRET", bootstrapSecret());
      environment.put("CORRIDOR_AUTH_SERVICE_CLIENT_ID", SERVICE_CLIENT);
      environment.put("CORRIDOR_AUTH_SERVICE_CLIENT_SECRET", secrets.get("service-client"));
    }
    if (context == Context.NOTIFICATION) {
      // A home that is older than the key store: what it has sealed must open until it is anew.
      secrets
          .find("notification.webhook")
          .ifPresent(key -> environment.put("CORRIDOR_NOTIFICATION_WEBHOOK_KEY", key));
    }
    if (context == Context.AUTH || context == Context.NOTIFICATION) {
      environment.put("CORRIDOR_SECRETS_PROVIDER", "keystore");
      environment.put("CORRIDOR_SECRETS_KEYSTORE", keys.file().toString());
      environment.put("CORRIDOR_SECRETS_KEYSTORE_PASSWORD", keys.password());
    }
    return environment;
  }

  /** The secret of {@link #BOOTSTRAP_CLIENT}. */
  public String bootstrapSecret() {
    return secrets.get("bootstrap-client");
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public RedisServer redis() {
    return redis;
  }

  /** Runs from {@link #start()} to {@link #close()}. */
  public ProcessorSimulator processor() {
    return processor;
  }

  public Secrets secrets() {
    return secrets;
  }

  public TlsMaterial tls() {
    return tls;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (processor != null) {
      processor.close();
    }
    try {
      redis.close();
    } finally {
      postgres.close();
    }
  }

  private void read() {
    secrets = Secrets.in(data.resolve("secrets.properties"));
    tls = TlsMaterial.in(data.resolve("tls"), secrets.get("tls"));
    keys = DataKeyStore.in(data.resolve("keys").resolve("data.p12"), secrets.get("data-keys"));
    postgres =
        new PostgresServer(
            Executables.postgres(executables),
            data.resolve("postgres"),
            run,
            ports.postgres(),
            secrets.get("postgres.superuser"));
    redis =
        new RedisServer(
            Executables.redis(executables),
            data.resolve("redis"),
            run,
            ports.redis(),
            secrets.get("redis"));
  }
}
