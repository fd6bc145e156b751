package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;
import java.time.Instant;

/** Who decided a request, and when; {@link #NONE} while it waits or if it expired. */
public record Decision(PersonName by, Instant at) {
  public static final Decision NONE = new Decision(PersonName.NOBODY, Instant.EPOCH);
}
