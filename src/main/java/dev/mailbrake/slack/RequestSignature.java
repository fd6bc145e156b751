package dev.mailbrake.slack;

import dev.mailbrake.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request is Slack's and recent ("Verifying requests from Slack"). Bolt's own check
 * accepts any timestamp in the future, does not compare in constant time, and reads the body in the
 * platform's charset.
 */
final class RequestSignature {
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);
  private static final String VERSION = "v0";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;

  RequestSignature(Secret signingSecret, Clock clock) {
    key = new SecretKeySpec(signingSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /**
   * @param timestamp header {@code X-Slack-Request-Timestamp}, seconds since 1970
   * @param signature header {@code X-Slack-Signature}
   */
  boolean isValid(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    Instant made = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(made, clock.instant()).abs().compareTo(MOST_SKEW) > 0) {
      return false;
    }
    return MessageDigest.isEqual(
        signature.getBytes(StandardCharsets.UTF_8),
        expected(timestamp, body).getBytes(StandardCharsets.UTF_8));
  }

  private String expected(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
