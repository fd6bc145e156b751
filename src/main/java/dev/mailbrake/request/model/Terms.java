package dev.mailbrake.request.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What is asked for beside the action and the mailbox.
 *
 * @param as how the mailbox was named, where that differs from its address; else empty
 * @param reason in the requester's words, possibly empty
 * @param lasts how long a block is to last; zero until somebody allows it again
 * @param endsBlock the block whose time this ends; empty for what a person asked for
 */
public record Terms(String as, String reason, Duration lasts, Optional<RequestId> endsBlock) {
  /** What a person wishes. */
  public static Terms of(String as, String reason, Duration lasts) {
    return new Terms(as, reason, lasts, Optional.empty());
  }

  /** The end of a block whose time is up. */
  public static Terms endOf(ChangeRequest block) {
    return new Terms("", block.asked().reason(), Duration.ZERO, Optional.of(block.id()));
  }
}
