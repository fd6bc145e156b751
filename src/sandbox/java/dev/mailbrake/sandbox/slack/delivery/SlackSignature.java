package dev.mailbrake.sandbox.slack.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's v0 signature of a request.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying</a>
 */
public final class SlackSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private SlackSignature() {}

  /** The value of {@code X-Slack-Signature} for a body sent at this epoch second. */
  public static String of(String secret, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      byte[] digest = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
    }
  }
}
