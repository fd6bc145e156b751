package dev.mailbrake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.config.Configuration;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("sqlite")
class BotTest {
  @TempDir private Path directory;

  @Test
  void releasesTheDatabaseIfItsPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Configuration inTheWay = configuration(taken.getLocalPort());
      assertThatThrownBy(() -> Bot.start(inTheWay, Clock.systemUTC()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "port %d is in use, or this user may not open it (set PORT)"
                  .formatted(taken.getLocalPort()));
    }

    try (Bot second = Bot.start(configuration(0), Clock.systemUTC())) {
      assertThat(second.port()).isPositive();
    }
  }

  private Configuration configuration(int port) {
    Map<String, String> variables = new HashMap<>();
    variables.put("SLACK_BOT_TOKEN", "xoxb-1");
    variables.put("SLACK_SIGNING_SECRET", "0123456789abcdef");
    variables.put("SLACK_API_URL", "http://127.0.0.1:1/api/");
    variables.put("ZOHO_CLIENT_ID", "1000.ID");
    variables.put("ZOHO_CLIENT_SECRET", "secret");
    variables.put("ZOHO_REFRESH_TOKEN", "1000.refresh");
    variables.put("ZOHO_ACCOUNTS_URL", "http://127.0.0.1:1");
    variables.put("ZOHO_MAIL_URL", "http://127.0.0.1:1");
    variables.put("MAILBRAKE_APPROVERS", "U0ADA00001");
    variables.put("DATABASE_URL", "jdbc:sqlite:" + directory.resolve("mailbrake.db"));
    variables.put("PORT", Integer.toString(port));
    return Configuration.from(variables).on("127.0.0.1");
  }
}
