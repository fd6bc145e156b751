package dev.mailbrake.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.config.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignatureTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final long MADE = 1_531_420_618L;
  private static final String TIMESTAMP = "1531420618";

  /** The example of Slack's "Verifying requests from Slack". */
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  @Test
  void acceptsSlacksPublishedExample() {
    assertThat(at(MADE).isValid(TIMESTAMP, SIGNATURE, BODY.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false", "4000, false"})
  void acceptsARequestUpToFiveMinutesOldOrAhead(long secondsLater, boolean valid) {
    assertThat(at(MADE + secondsLater).isValid(TIMESTAMP, SIGNATURE, BODY.getBytes(UTF_8)))
        .isEqualTo(valid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v0=",
        "v0=a2114d57",
        "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "V0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503",
        " v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504"
      })
  void refusesAnyOtherSignature(String signature) {
    assertThat(at(MADE).isValid(TIMESTAMP, signature, BODY.getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "-1531420618",
        "+1531420618",
        "1531420618.0",
        "0x5b47a0ca",
        "٠١٢٣",
        "1531420618000",
        "99999999999999999999",
        "999999999999"
      })
  void refusesATimestampThatIsNotNow(String timestamp) {
    assertThat(at(MADE).isValid(timestamp, SIGNATURE, BODY.getBytes(UTF_8))).isFalse();
  }

  @Test
  void refusesARequestWithoutHeaders() {
    byte[] body = BODY.getBytes(UTF_8);

    assertThat(at(MADE).isValid(null, SIGNATURE, body)).isFalse();
    assertThat(at(MADE).isValid(TIMESTAMP, null, body)).isFalse();
    assertThat(at(MADE).isValid(null, null, body)).isFalse();
  }

  @Test
  void refusesAChangedBodyEvenIfOnlyByATrailingLine() {
    assertThat(at(MADE).isValid(TIMESTAMP, SIGNATURE, (BODY + "\n").getBytes(UTF_8))).isFalse();
    assertThat(at(MADE).isValid(TIMESTAMP, SIGNATURE, new byte[0])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"text\":\"Grüße, 発信 😀\"}\n", "a\r\nb\n\n"})
  void checksTheBytesAsReceived(String body) throws Exception {
    byte[] bytes = body.getBytes(UTF_8);

    assertThat(at(MADE).isValid(TIMESTAMP, signed(bytes), bytes)).isTrue();
  }

  @Test
  void checksBytesThatAreNotText() throws Exception {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3};

    assertThat(at(MADE).isValid(TIMESTAMP, signed(bytes), bytes)).isTrue();
  }

  private static RequestSignature at(long second) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    return new RequestSignature(new Secret(SECRET), clock);
  }

  private static String signed(byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    mac.update(("v0:" + TIMESTAMP + ":").getBytes(UTF_8));
    return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
  }
}
