package org.corridor.auth.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, also those for https only, and sends forms. */
final class PageBrowser {

  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\">");

  private final URI base;
  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  final Map<String, String> cookies = new HashMap<>();
  String language = "en";

  PageBrowser(URI base) {
    this.base = base.resolve("v1/");
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** The first form of the page, with what was typed into it. */
  HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed) {
    return submit(page, "", typed);
  }

  /** The first form that leads there. */
  HttpResponse<String> submit(HttpResponse<String> page, String to, Map<String, String> typed) {
    var action = ACTION.matcher(page.body());
    do {
      if (!action.find()) {
        throw new AssertionError("no form: " + page.body());
      }
    } while (!action.group(1).startsWith(to));
    var end = page.body().indexOf("</form>", action.end());
    var fields = new HashMap<String, String>();
    HIDDEN
        .matcher(page.body().substring(action.end(), end))
        .results()
        .forEach(field -> fields.put(field.group(1), field.group(2)));
    fields.putAll(typed);
    return post(action.group(1), fields);
  }

  /** What the page's forms send along. */
  static Map<String, String> hidden(HttpResponse<String> page) {
    var fields = new HashMap<String, String>();
    HIDDEN
        .matcher(page.body())
        .results()
        .forEach(field -> fields.put(field.group(1), field.group(2)));
    return fields;
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Accept-Language", language)
            .header("User-Agent", "a browser for tests");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    var pair = header.substring(0, header.indexOf(';'));
    var equals = pair.indexOf('=');
    var value = pair.substring(equals + 1).replace("\"", "");
    if (value.isEmpty()) {
      cookies.remove(pair.substring(0, equals));
    } else {
      cookies.put(pair.substring(0, equals), value);
    }
  }
}
