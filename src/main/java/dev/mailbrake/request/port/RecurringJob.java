package dev.mailbrake.request.port;

/** What is done again and again without anybody's asking, by one process at a time. */
public enum RecurringJob {
  /** Tells the audit channel what was decided. */
  AUDIT,
  /** Compares what the record says with what Zoho says. */
  DRIFT
}
