package dev.mailbrake.request;

import java.time.Duration;
import java.util.Optional;

/**
 * What is asked for beside the action and the mailbox.
 *
 * @param as how the mailbox was named, where that differs from its address; else empty
 * @param reason in the requester's words, possibly empty
 * @param lasts how long a block is to last; zero until somebody allows it again
 * @param lifts the block whose time this ends; empty for what a person asked for
 */
public record Wish(String as, String reason, Duration lasts, Optional<RequestId> lifts) {
  /** What a person wishes. */
  static Wish of(String as, String reason, Duration lasts) {
    return new Wish(as, reason, lasts, Optional.empty());
  }

  /** The end of a block whose time is up. */
  static Wish endOf(ChangeRequest block) {
    return new Wish("", block.asked().reason(), Duration.ZERO, Optional.of(block.id()));
  }
}
