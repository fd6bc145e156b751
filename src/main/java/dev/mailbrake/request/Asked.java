package dev.mailbrake.request;

import java.time.Duration;
import java.time.Instant;

/**
 * The asking: who, where, when, why.
 *
 * @param by the requester
 * @param channel the id of the channel
 * @param as how the mailbox was named, where that differs from its address; else empty
 * @param reason in the requester's words, possibly empty
 * @param at when
 * @param deadline until when it can be confirmed
 */
public record Asked(
    PersonName by, String channel, String as, String reason, Instant at, Instant deadline) {

  static Asked by(Interaction interaction, String as, String reason, Instant at, Duration within) {
    return new Asked(interaction.who(), interaction.channel(), as, reason, at, at.plus(within));
  }
}
