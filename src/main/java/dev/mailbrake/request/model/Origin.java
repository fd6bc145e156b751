package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a request comes from.
 *
 * @param by the requester; for an automatic unblock, whoever requested the block
 * @param alias how the mailbox was named, where that differs from its address; else empty
 * @param endsBlock the temporary block that an automatic unblock ends; empty for all others
 */
public record Origin(
    PersonName by, String channel, Instant at, String alias, Optional<RequestId> endsBlock) {

  public static Origin requestedBy(PersonName by, String channel, Instant at, String alias) {
    return new Origin(by, channel, at, alias, Optional.empty());
  }

  public static Origin automaticUnblock(ChangeRequest block, Instant at) {
    Origin origin = block.origin();
    return new Origin(origin.by, origin.channel, at, "", Optional.of(block.id()));
  }
}
