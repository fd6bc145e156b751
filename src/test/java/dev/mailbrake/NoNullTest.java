package dev.mailbrake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.mailbrake.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check against servers whose answers have next to nothing in them. */
@Tag("sqlite")
class NoNullTest {
  @TempDir private Path directory;

  static Stream<String> answers() {
    return Stream.of(
        "",
        "{}",
        "[]",
        "null",
        "{\"ok\":true}",
        "{\"ok\":false}",
        "{\"ok\":false,\"error\":null}",
        "{\"ok\":true,\"team_id\":\"T1\",\"user\":null,\"team\":null,\"users\":null}",
        "{\"ok\":true,\"team_id\":\"T1\",\"user\":{\"id\":\"U1\",\"name\":null},\"users\":[]}",
        "{\"access_token\":\"1000.a\"}",
        "{\"access_token\":\"1000.a\",\"scope\":null,\"data\":[{}],\"status\":{\"code\":200}}",
        "{\"access_token\":\"1000.a\",\"data\":[{\"zuid\":\"1\",\"role\":null,\"policyId\":{\"zoid\":"
            + "null}}],\"status\":{\"code\":200}}",
        "{\"error\":null}",
        "{\"data\":{\"errorCode\":null,\"moreInfo\":null},\"status\":{\"code\":404}}");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void printsNoNull(String answer) throws IOException {
    HttpServer server = answering(answer);
    try {
      assertThat(check("http://127.0.0.1:" + server.getAddress().getPort(), "ours"))
          .isNotEmpty()
          .doesNotContainIgnoringCase("null");
      assertThat(check("http://127.0.0.1:" + server.getAddress().getPort(), "--json"))
          .isNotEmpty()
          .doesNotContainIgnoringCase("null");
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer answering(String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private String check(String address, String option) {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("SLACK_BOT_TOKEN", "xoxb-1"),
            Map.entry("SLACK_APP_TOKEN", "xapp-1"),
            Map.entry("SLACK_API_URL", address + "/api/"),
            Map.entry("ZOHO_CLIENT_ID", "1000.ID"),
            Map.entry("ZOHO_CLIENT_SECRET", "secret"),
            Map.entry("ZOHO_REFRESH_TOKEN", "1000.token"),
            Map.entry("ZOHO_MAIL_URL", address),
            Map.entry("ZOHO_ACCOUNTS_URL", address),
            Map.entry("MAILBRAKE_APPROVERS", "U1,S1"),
            Map.entry("MAILBRAKE_CHANNELS", "C1"),
            Map.entry("MAILBRAKE_AUDIT_CHANNEL", "C2"),
            Map.entry("DATABASE_URL", "jdbc:sqlite:" + directory.resolve("mailbrake.db")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    Shell shell = new Shell(environment, clock, "ada", out, Shell.text(out, UTF_8));
    Stream<String> line = Stream.of("check", option).filter(it -> !it.equals("ours"));
    Mailbrake.line(shell).execute(line.toArray(String[]::new));
    return out.toString(UTF_8);
  }
}
