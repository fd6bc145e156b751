package dev.mailbrake.config;

import dev.mailbrake.config.DatabaseSettings.Login;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code DATABASE_URL} may be {@code jdbc:sqlite:…}, {@code jdbc:postgresql:…}, or what platforms
 * provide but the driver refuses: {@code postgres://user:password@host:port/database?parameters}.
 */
final class DatabaseUrl {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final Pattern PLATFORM = Pattern.compile("postgres(?:ql)?:(//.*)");
  private static final List<String> SSL_MODES =
      List.of("allow", "disable", "prefer", "require", "verify-ca", "verify-full");

  private DatabaseUrl() {}

  /** The {@link IllegalArgumentException} for any other URL never quotes it: it may be secret. */
  static DatabaseSettings read(String url) {
    Matcher platform = PLATFORM.matcher(url);
    if (platform.matches()) {
      return ofPlatform(platform.group(1));
    }
    if (url.startsWith(POSTGRESQL)) {
      return ofJdbc(url);
    }
    if (url.startsWith(SQLITE) && url.length() > SQLITE.length() && !url.contains(":memory:")) {
      return new DatabaseSettings(url);
    }
    throw new IllegalArgumentException("must be the URL of a SQLite file or a PostgreSQL database");
  }

  private static DatabaseSettings ofPlatform(String behindScheme) {
    URI uri = parsed(behindScheme);
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException("must name one host and a database");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new IllegalArgumentException("must have a port from 1 to 65535");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String bare = POSTGRESQL + "//" + uri.getHost() + port + uri.getRawPath();
    List<String> parameters = new ArrayList<>();
    if (uri.getRawQuery() != null) {
      parameters.addAll(split(uri.getRawQuery()));
    }
    if (uri.getRawUserInfo() != null) {
      String[] login = uri.getRawUserInfo().split(":", 2);
      parameters.add("user=" + login[0]);
      if (login.length > 1) {
        parameters.add("password=" + login[1]);
      }
    }
    return of(bare, parameters);
  }

  private static URI parsed(String text) {
    try {
      return new URI("postgresql:" + text);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException(
          "isn't a URL; special characters in user and password must be percent-encoded", wrong);
    }
  }

  private static DatabaseSettings ofJdbc(String url) {
    String[] parts = url.split("\\?", 2);
    if (parts[0].contains("@")) {
      throw new IllegalArgumentException(
          "has a login before the host, which jdbc: URLs can't have; use postgres:// instead");
    }
    return of(parts[0], parts.length > 1 ? split(parts[1]) : List.of());
  }

  /** Takes the login out of the URL, so logs can show it. */
  private static DatabaseSettings of(String bare, List<String> parameters) {
    Optional<String> user = valueOf("user", parameters).map(DatabaseUrl::decoded);
    Optional<String> password = valueOf("password", parameters).map(DatabaseUrl::decoded);
    if (valueOf("sslmode", parameters).filter(mode -> !SSL_MODES.contains(mode)).isPresent()) {
      throw new IllegalArgumentException(
          "has an unknown sslmode; use one of " + String.join(", ", SSL_MODES));
    }
    String others =
        parameters.stream()
            .filter(parameter -> !parameter.matches("(?:user|password)=.*"))
            .collect(Collectors.joining("&"));
    return new DatabaseSettings(
        others.isEmpty() ? bare : bare + "?" + others,
        user.map(name -> new Login(name, new Secret(password.orElse("")))));
  }

  private static List<String> split(String query) {
    return Stream.of(query.split("&")).filter(parameter -> !parameter.isEmpty()).toList();
  }

  private static Optional<String> valueOf(String key, List<String> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.startsWith(key + "="))
        .map(parameter -> parameter.substring(key.length() + 1))
        .reduce((first, last) -> last);
  }

  /** Unlike in a form, a plus sign is no space. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("has a login that isn't percent-encoded", wrong);
    }
  }
}
