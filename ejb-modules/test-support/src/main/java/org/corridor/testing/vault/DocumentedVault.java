package org.corridor.testing.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/**
 * Speaks as much of Vault's HTTP API as the client uses, written from its documentation; it is not
 * Vault. A real one cannot be had where these tests run.
 *
 * <ul>
 *   <li>status codes, headers, namespaces: https://developer.hashicorp.com/vault/api-docs
 *   <li>https://developer.hashicorp.com/vault/api-docs/auth/approle
 *   <li>https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
 *   <li>https://developer.hashicorp.com/vault/api-docs/auth/token
 *   <li>https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
 *   <li>https://developer.hashicorp.com/vault/api-docs/secret/transit
 * </ul>
 */
public final class DocumentedVault implements AutoCloseable {

  public static final String ROLE_ID = "role-id-of-corridor";
  public static final String SECRET_ID = "secret-id-of-corridor";
  public static final String SERVICE_ACCOUNT_JWT = "eyJhbGciOiJub25lIn0.e30.";
  public static final String KUBERNETES_ROLE = "corridor-auth";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NONCE_BYTES = 12;
  private static final int LEASE_SECONDS = 3_600;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String scheme;
  private final List<SecretKeySpec> transit = new CopyOnWriteArrayList<>(List.of(aesKey()));
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final Map<String, Map<String, Object>> secrets = new ConcurrentHashMap<>();

  /** Each request as {@code METHOD path}, in their order. */
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private volatile String namespace = "";
  private volatile boolean sealed;
  private final AtomicInteger refuseNext = new AtomicInteger();
  private volatile int refusal = 429;
  private volatile long slowMilliseconds;
  private volatile int renewedLeaseSeconds = LEASE_SECONDS;
  private volatile boolean allowed = true;
  private volatile int oldestVersion = 1;

  private record Answer(int status, Object body) {}

  private DocumentedVault(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static DocumentedVault start() {
    try {
      return new DocumentedVault(HttpServer.create(loopback(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static DocumentedVault startTls(SSLContext context) {
    try {
      var server = HttpsServer.create(loopback(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return new DocumentedVault(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  public void put(String path, Map<String, Object> values) {
    secrets.put(path, values);
  }

  public void rotateTransit() {
    transit.add(aesKey());
  }

  public void revokeTokens() {
    tokens.clear();
  }

  public long count(String request) {
    return asked.stream().filter(request::equals).count();
  }

  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Only requests that name it find anything. */
  public void inNamespace(String name) {
    namespace = name;
  }

  public void seal() {
    sealed = true;
  }

  public void unseal() {
    sealed = false;
  }

  /** The next so many requests are answered with that status. */
  public void refuse(int requests, int status) {
    refusal = status;
    refuseNext.set(requests);
  }

  public void answerAfter(long milliseconds) {
    slowMilliseconds = milliseconds;
  }

  /** What a renewed token is good for; new ones are for an hour. */
  public void renewFor(int seconds) {
    renewedLeaseSeconds = seconds;
  }

  /** No policy allows anything any more. */
  public void forbid() {
    allowed = false;
  }

  /** As {@code min_decryption_version}. */
  public void decryptFrom(int version) {
    oldestVersion = version;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + ' ' + path);
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    pause();
    Answer answer;
    try {
      answer = answer(exchange, path, body.isEmpty() ? null : JSON.readTree(body));
    } catch (GeneralSecurityException e) {
      answer = error(400, "cipher: message authentication failed");
    }
    var bytes = JSON.writeValueAsBytes(answer.body());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer answer(HttpExchange exchange, String path, JsonNode body)
      throws GeneralSecurityException {
    if (sealed) {
      return error(503, "Vault is sealed");
    }
    if (refuseNext.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return error(refusal, "try again");
    }
    var headers = exchange.getRequestHeaders();
    var asked = headers.getFirst("X-Vault-Namespace");
    if (!namespace.equals(asked == null ? "" : asked)) {
      return error(404, "no handler for route");
    }
    if (!"true".equals(headers.getFirst("X-Vault-Request"))) {
      return error(412, "missing X-Vault-Request");
    }
    if (path.endsWith("/login")) {
      return login(path, body);
    }
    var token = headers.getFirst("X-Vault-Token");
    if (token == null || !tokens.contains(token) || !allowed) {
      return error(403, "permission denied");
    }
    return signedIn(path, token, body);
  }

  private Answer login(String path, JsonNode body) {
    var appRole =
        path.equals("/v1/auth/approle/login")
            && body.path("role_id").asText().equals(ROLE_ID)
            && body.path("secret_id").asText().equals(SECRET_ID);
    var kubernetes =
        path.equals("/v1/auth/kubernetes/login")
            && body.path("role").asText().equals(KUBERNETES_ROLE)
            && body.path("jwt").asText().equals(SERVICE_ACCOUNT_JWT);
    if (!appRole && !kubernetes) {
      return error(400, "invalid role or secret ID");
    }
    var token = "hvs." + base64(random(24)).replaceAll("\\W", "x");
    tokens.add(token);
    return auth(token, LEASE_SECONDS);
  }

  private Answer signedIn(String path, String token, JsonNode body)
      throws GeneralSecurityException {
    if (path.equals("/v1/auth/token/renew-self")) {
      return auth(token, renewedLeaseSeconds);
    }
    if (path.equals("/v1/auth/token/lookup-self")) {
      return new Answer(200, Map.of("data", Map.of("ttl", LEASE_SECONDS)));
    }
    if (path.startsWith("/v1/secret/data/")) {
      var data = secrets.get(path.substring("/v1/secret/data/".length()));
      return data == null
          ? new Answer(404, Map.of("errors", List.of()))
          : new Answer(200, Map.of("data", Map.of("data", data, "metadata", Map.of("version", 1))));
    }
    if (path.equals("/v1/transit/datakey/plaintext/corridor")) {
      var key = random(32);
      return new Answer(
          200, Map.of("data", Map.of("plaintext", base64(key), "ciphertext", wrap(key))));
    }
    if (path.equals("/v1/transit/decrypt/corridor")) {
      return decrypt(body.path("ciphertext").asText());
    }
    return error(404, "no handler for route");
  }

  private Answer decrypt(String ciphertext) throws GeneralSecurityException {
    var parts = ciphertext.split(":", -1);
    var version = Integer.parseInt(parts[1].substring(1));
    if (version < oldestVersion || version > transit.size()) {
      return error(400, "ciphertext or signature version is disallowed by policy (too old)");
    }
    var both = Base64.getDecoder().decode(parts[2]);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        transit.get(version - 1),
        new GCMParameterSpec(TAG_BITS, both, 0, NONCE_BYTES));
    var key = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
    return new Answer(200, Map.of("data", Map.of("plaintext", base64(key))));
  }

  private String wrap(byte[] key) throws GeneralSecurityException {
    var nonce = random(NONCE_BYTES);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        transit.get(transit.size() - 1),
        new GCMParameterSpec(TAG_BITS, nonce));
    var sealedKey = cipher.doFinal(key);
    var both = Arrays.copyOf(nonce, nonce.length + sealedKey.length);
    System.arraycopy(sealedKey, 0, both, nonce.length, sealedKey.length);
    return "vault:v" + transit.size() + ':' + base64(both);
  }

  private void pause() {
    try {
      Thread.sleep(slowMilliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Answer auth(String token, int seconds) {
    var auth = new HashMap<String, Object>();
    auth.put("client_token", token);
    auth.put("lease_duration", seconds);
    auth.put("renewable", true);
    return new Answer(200, Map.of("auth", auth));
  }

  private static Answer error(int status, String error) {
    return new Answer(status, Map.of("errors", List.of(error)));
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static SecretKeySpec aesKey() {
    return new SecretKeySpec(random(32), "AES");
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
