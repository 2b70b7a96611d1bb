package org.corridor.platform.secrets.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** As whom we sign in. What is secret in it may be a file, which is read at each sign-in. */
sealed interface VaultSignIn {

  /** Where Kubernetes puts the token of a pod's service account. */
  String POD_TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";

  /** Below {@code /v1/}. */
  String path();

  /** What is sent there; secret. */
  Map<String, String> body();

  /** A role for machines; auth method {@code approle}. */
  record AppRole(String mount, String roleId, Credential secretId) implements VaultSignIn {

    @Override
    public String path() {
      return "auth/" + mount + "/login";
    }

    @Override
    public Map<String, String> body() {
      return Map.of("role_id", roleId, "secret_id", secretId.read());
    }

    /** Without both ids. */
    @Override
    public String toString() {
      return "AppRole[" + path() + "]";
    }
  }

  /** The service account of a pod; auth method {@code kubernetes}. */
  record Kubernetes(String mount, String role, Credential token) implements VaultSignIn {

    @Override
    public String path() {
      return "auth/" + mount + "/login";
    }

    @Override
    public Map<String, String> body() {
      return Map.of("role", role, "jwt", token.read());
    }

    @Override
    public String toString() {
      return "Kubernetes[" + path() + " as " + role + "]";
    }
  }

  /** A secret, or the file that it stands in: one of them is null. */
  record Credential(String value, Path file) {

    String read() {
      if (file == null) {
        return value;
      }
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw new IllegalStateException("what signs in to Vault cannot be read: " + file, e);
      }
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Credential[" + (file == null ? "" : file) + "]";
    }
  }

  /**
   * @throws IllegalStateException naming the setting that is missing
   */
  static VaultSignIn from(Function<String, Optional<String>> settings) {
    var method = settings.apply("corridor.vault.sign-in").orElse("approle");
    var mount = settings.apply("corridor.vault." + method + ".mount").orElse(method);
    return switch (method) {
      case "approle" ->
          new AppRole(
              mount, required(settings, "corridor.vault.approle.role-id"), secretId(settings));
      case "kubernetes" ->
          new Kubernetes(
              mount,
              required(settings, "corridor.vault.kubernetes.role"),
              new Credential(
                  null,
                  Path.of(
                      settings.apply("corridor.vault.kubernetes.token-file").orElse(POD_TOKEN))));
      default ->
          throw new IllegalStateException(
              "corridor.vault.sign-in must be approle or kubernetes: " + method);
    };
  }

  private static Credential secretId(Function<String, Optional<String>> settings) {
    return settings
        .apply("corridor.vault.approle.secret-id-file")
        .map(file -> new Credential(null, Path.of(file)))
        .orElseGet(
            () -> new Credential(required(settings, "corridor.vault.approle.secret-id"), null));
  }

  private static String required(Function<String, Optional<String>> settings, String name) {
    return settings
        .apply(name)
        .orElseThrow(
            () -> new IllegalStateException("corridor.vault.address needs the setting " + name));
  }
}
