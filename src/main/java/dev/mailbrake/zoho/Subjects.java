package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.mailbox.Failure;

/** What is looked at of Zoho, in the order in which it is told. */
final class Subjects {
  static final String TOKEN = "Zoho token";
  static final String CODE = "Zoho code";
  static final String SCOPES = "Zoho scopes";
  static final String ORGANIZATION = "Zoho organisation";
  static final String ROLE = "Zoho administrator role";
  static final String WRITE = "Zoho write permission";
  static final String DATA_CENTER = "Zoho data center";
  static final String CLOCK = "Zoho clock";

  private Subjects() {}

  /** A failure as what was seen. */
  static Finding bad(String subject, Failure failure) {
    return Finding.bad(subject, failure.reason(), failure.remedy());
  }
}
