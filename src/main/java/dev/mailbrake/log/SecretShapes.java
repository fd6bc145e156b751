package dev.mailbrake.log;

import java.util.regex.Pattern;

/**
 * The shapes by which keys to Slack, Zoho and a database are known in any text. A net below {@code
 * config.Secret}: nothing is known to fall into it.
 */
final class SecretShapes {
  private static final String MASK = "***";

  /** The key's name stays, so that a reader sees what was masked. */
  private static final String KEPT = "$1" + MASK;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:bearer|zoho-oauthtoken) +"
              + "|hooks\\.slack(?:-gov)?\\.com/"
              + "|\\b(?:client_secret|refresh_token|access_token|password|token|ticket)=)"
              + "[^\\s\"'&,;]+");

  private static final Pattern LOGIN = Pattern.compile("(://[^\\s:/@]+:)[^\\s/@]+(?=@)");

  /** Slack's tokens; Zoho's tokens and grant codes. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)\\bx(?:ox[a-z]|app)-[a-z0-9_-]{4,}|\\b1000\\.[a-z0-9_-]{8,}(?:\\.[a-z0-9_-]+)?");

  private SecretShapes() {}

  static String mask(String text) {
    String unnamed = NAMED.matcher(text).replaceAll(KEPT);
    String without = LOGIN.matcher(unnamed).replaceAll(KEPT);
    return BARE.matcher(without).replaceAll(MASK);
  }
}
