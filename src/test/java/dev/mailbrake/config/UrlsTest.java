package dev.mailbrake.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.config.ZohoApplication.ZohoServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that receive secrets, and the database's. */
class UrlsTest {

  @ParameterizedTest
  @CsvSource({
    "https://slack.com/api/, https://slack.com/api/",
    "https://slack.com/api, https://slack.com/api/",
    "https://proxy.example, https://proxy.example/",
    "http://localhost:8080/api, http://localhost:8080/api/",
    "http://127.0.0.1:8080/api/, http://127.0.0.1:8080/api/",
    "http://[::1]:8080, http://[::1]:8080/"
  })
  void endsSlacksBaseWithASlash(String set, String read) {
    assertThat(Variables.configuration("SLACK_API_URL", set).slack().apiUrl()).hasToString(read);
  }

  @ParameterizedTest
  @CsvSource({
    "https://mail.zoho.eu, https://mail.zoho.eu",
    "https://mail.zoho.eu/, https://mail.zoho.eu",
    "https://proxy.example/zoho//, https://proxy.example/zoho",
    "http://localhost:8081/, http://localhost:8081"
  })
  void endsZohosBasesWithoutASlash(String set, String read) {
    ZohoServers zoho = Variables.zohoServers("ZOHO_MAIL_URL", set, "ZOHO_ACCOUNTS_URL", set);
    assertThat(zoho.mail()).hasToString(read);
    assertThat(zoho.accounts()).hasToString(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://slack.com/api/",
        "http://localhost.evil.example/",
        "http://localhost@evil.example/",
        "http://127.0.0.2/",
        "http://0.0.0.0/",
        "ftp://localhost/",
        "slack.com/api/",
        "localhost:8080",
        "https://",
        "https:///api",
        "https:slack.com",
        "//slack.com/api/",
        "https://sl ack.com/",
        "nonsense"
      })
  void requiresHttpsOrThisMachineForSecrets(String url) {
    assertThat(
            Variables.problems(
                "SLACK_API_URL", url, "ZOHO_MAIL_URL", url, "ZOHO_ACCOUNTS_URL", url))
        .hasSize(3)
        .allMatch(problem -> problem.contains("must be an https address (http only on"))
        .anyMatch(problem -> problem.endsWith("SLACK_API_URL=https://slack.com/api/"))
        .anyMatch(problem -> problem.endsWith("ZOHO_MAIL_URL=https://mail.zoho.com"))
        .anyMatch(problem -> problem.endsWith("ZOHO_ACCOUNTS_URL=https://accounts.zoho.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:sqlite:data/other.db", "jdbc:sqlite:/var/lib/mailbrake.db"})
  void readsASqliteFile(String url) {
    assertThat(Variables.configuration("DATABASE_URL", url).database().jdbcUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:",
        "sqlite:a.db",
        "jdbc:mysql://u:db-secret@h/d",
        "data/mailbrake.db"
      })
  void refusesOtherDatabases(String url) {
    assertThat(Variables.problems("DATABASE_URL", url))
        .containsExactly(
            "DATABASE_URL must be the URL of a SQLite file or a PostgreSQL database. For example:"
                + " DATABASE_URL=postgres://user:password@host:5432/mailbrake?sslmode=require");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:///api", "http:slack.com", "http://fake_slack:8080/api/"})
  void refusesAnHttpAddressWithoutAHost(String url) {
    assertThat(Variables.problems("SLACK_API_URL", url))
        .singleElement()
        .asString()
        .startsWith("SLACK_API_URL must be an https address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://slack.com/api//", "https://slack.com/api///"})
  void endsSlacksBaseWithOnlyOneSlash(String url) {
    assertThat(Variables.configuration("SLACK_API_URL", url).slack().apiUrl())
        .hasToString("https://slack.com/api/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://mail.zoho.com/?dc=us", "https://mail.zoho.com/#api"})
  void refusesAQueryOrAFragmentInABase(String url) {
    assertThat(Variables.problems("ZOHO_MAIL_URL", url)).hasSize(1);
  }
}
