package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The asking: who, where, when, what exactly.
 *
 * @param by the requester
 * @param channel the id of the channel
 * @param at when
 * @param deadline until when it can be confirmed
 * @param wish what was asked for beside the action
 */
public record Origin(PersonName by, String channel, Instant at, Instant deadline, Terms wish) {
  /** How the mailbox was named, where that differs from its address; else empty. */
  public String as() {
    return wish.as();
  }

  /** The reason in the requester's words, possibly empty. */
  public String reason() {
    return wish.reason();
  }

  /** How long a block is to last; zero until somebody allows it again. */
  public Duration lasts() {
    return wish.lasts();
  }

  /** The block whose time this ends; empty for what a person asked for. */
  public Optional<RequestId> endsBlock() {
    return wish.endsBlock();
  }
}
