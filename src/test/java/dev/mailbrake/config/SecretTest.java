package dev.mailbrake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void isRevealedOnlyOnRequest() {
    Secret secret = new Secret("hunter2");
    assertThat(secret.reveal()).isEqualTo("hunter2");
    assertThat(secret).hasToString("***");
    assertThat("token " + secret).isEqualTo("token ***");
  }

  @Test
  void isEqualOnlyToTheSameSecret() {
    assertThat(new Secret("a"))
        .isEqualTo(new Secret("a"))
        .hasSameHashCodeAs(new Secret("a"))
        .isNotEqualTo(new Secret("b"))
        .isNotEqualTo("a");
  }

  @Test
  void isNotPrintedBySettings() {
    Configuration configuration = Variables.configuration();
    assertThat(configuration.toString()).contains("***").doesNotContain("secret]", "-secret");
    assertThat(configuration.slack().toString()).doesNotContain("-secret");
    assertThat(configuration.zoho().toString()).doesNotContain("-secret");
  }

  @Test
  void isNotPrintedByProblems() {
    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(
            () ->
                Variables.configuration(
                    "SLACK_BOT_TOKEN", "xoxp-s3cret",
                    "SLACK_SIGNING_SECRET", "two lines\ns3cret",
                    "ZOHO_CLIENT_SECRET", "s3cret\ns3cret",
                    "ZOHO_REFRESH_TOKEN", "s3cret\ns3cret",
                    "ZOHO_MAIL_URL", "http://user:s3cret@mail.example",
                    "DATABASE_URL", "postgres://user:s3cret@/mailbrake",
                    "MAILBRAKE_METRICS_TOKN", "s3cret"))
        .satisfies(
            invalid -> {
              assertThat(invalid.problems()).hasSize(7);
              assertThat(invalid)
                  .hasMessage(
                      String.join(
                          "\n",
                          invalid.problems().stream()
                              .map(InvalidConfiguration.Problem::sentences)
                              .toList()));
              assertThat(invalid.toString()).doesNotContain("s3cret");
            });
  }
}
