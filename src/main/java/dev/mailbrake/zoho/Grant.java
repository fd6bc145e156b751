package dev.mailbrake.zoho;

import java.util.Locale;

enum Grant {
  /** The code of a self client; good once, for a few minutes. */
  AUTHORIZATION_CODE(
      "Zoho does not accept the code",
      "A code works once, for the few minutes chosen with it, and in its own data center: generate"
          + " a new one at the API console and enter it at once."),
  /** What such a code was traded for. */
  REFRESH_TOKEN(
      "Zoho does not accept the refresh token any more",
      "Authorize again and set ZOHO_REFRESH_TOKEN.");

  private final String refused;
  private final String remedy;

  Grant(String refused, String remedy) {
    this.refused = refused;
    this.remedy = remedy;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** That Zoho does not accept it, one sentence without a full stop. */
  String refused() {
    return refused;
  }

  String remedy() {
    return remedy;
  }
}
