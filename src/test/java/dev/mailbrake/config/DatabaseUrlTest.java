package dev.mailbrake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.config.DatabaseSettings.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "postgres://bot:pw@db.example/mail, jdbc:postgresql://db.example/mail, bot, pw",
    "postgresql://bot:pw@db.example:6432/mail, jdbc:postgresql://db.example:6432/mail, bot, pw",
    "postgres://bot:pw@db.example/m?sslmode=require, jdbc:postgresql://db.example/m?sslmode=require, bot, pw",
    "postgres://b%40t:p%3Aw%2F%23+%25@[::1]/m, jdbc:postgresql://[::1]/m, b@t, p:w/#+%",
    "postgres://bot:p:w@db.example/m, jdbc:postgresql://db.example/m, bot, p:w",
    "postgres://bot:@db.example/m, jdbc:postgresql://db.example/m, bot, ''",
    "postgres://bot@db.example/m, jdbc:postgresql://db.example/m, bot, ''",
    "postgres://db.example/m?user=bot&password=p%26w, jdbc:postgresql://db.example/m, bot, p&w",
    "jdbc:postgresql://db/m?user=bot&password=pw&sslmode=verify-full&ApplicationName=x, jdbc:postgresql://db/m?sslmode=verify-full&ApplicationName=x, bot, pw",
  })
  void readsTheUrlsOfPlatformsAndDrivers(String url, String jdbc, String user, String password) {
    DatabaseSettings settings = DatabaseUrl.read(url);

    assertThat(settings.jdbcUrl()).isEqualTo(jdbc);
    assertThat(settings.login()).contains(new Login(user, new Secret(password)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres://db.example/m", "jdbc:postgresql:m", "jdbc:sqlite:data/m.db"})
  void needsNoLogin(String url) {
    assertThat(DatabaseUrl.read(url).login()).isEmpty();
  }

  @Test
  void neverShowsThePassword() {
    DatabaseSettings settings =
        DatabaseUrl.read("postgres://bot:s3cret@db.example/m?sslmode=require&password=s3cret2");

    assertThat(settings.toString()).doesNotContain("s3cret");
    assertThat(settings.name()).isEqualTo("jdbc:postgresql://db.example/m");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://bot:s3cret@/mail, one host and a database",
    "'postgres://bot:s3cret@one.example,two.example/mail', one host and a database",
    "postgres://bot:s3cret@db.example, one host and a database",
    "postgres://bot:s3cret@db.example/, one host and a database",
    "postgres://bot:s3cret^@db.example/mail, percent-encoded",
    "postgres://bot:s3cret%@db.example/mail, percent-encoded",
    "postgres://bot:s3cret@db.example/mail?sslmode=no-verify, an unknown sslmode; use one of allow",
    "jdbc:postgresql://bot:s3cret@db.example/mail, use postgres:// instead",
    "jdbc:postgresql://db.example/mail?user=bot&password=s3cret%zz, percent-encoded",
    "mysql://bot:s3cret@db.example/mail, a SQLite file or a PostgreSQL database",
    "postgres, a SQLite file or a PostgreSQL database",
    "jdbc:sqlite::memory:, a SQLite file or a PostgreSQL database",
  })
  void explainsAnInvalidUrlWithoutThePassword(String url, String wrong) {
    assertThatThrownBy(() -> DatabaseUrl.read(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong)
        .hasMessageNotContaining("s3cret");
  }
}
