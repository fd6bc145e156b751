package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.apply.ApprovedChange;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an outgoing status: as documented at first, once more with native JSON types if Zoho
 * refuses the body, and from then on in the way that worked.
 */
final class StatusWriter {
  private static final Logger LOG = LoggerFactory.getLogger(StatusWriter.class);

  private final ZohoCalls calls;
  private final Clock clock;
  private volatile Optional<StatusBody> proven = Optional.empty();

  StatusWriter(ZohoCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @FunctionalInterface
  interface Put {
    Answer with(String accessToken, ObjectNode body);
  }

  /** Sends a change, with a zuid only for admin authentication. */
  ChangeOutcome write(ApprovedChange change, Optional<String> zuid, Put put) {
    boolean blocked = change.action().wanted() == OutgoingStatus.BLOCKED;
    try {
      StatusBody types = proven.orElse(StatusBody.QUOTED);
      Answer answer = send(change, types.body(zuid, blocked), put);
      if (Refusal.isOfBody(answer) && proven.isEmpty()) {
        LOG.warn(
            "Zoho refused a change with quoted values; sending it once with native JSON types");
        types = StatusBody.NATIVE;
        answer = send(change, types.body(zuid, blocked), put);
      }
      return outcome(answer, types);
    } catch (ZohoException failed) {
      return new ChangeOutcome.Failed(failed.failure());
    }
  }

  private Answer send(ApprovedChange change, ObjectNode body, Put put) throws ZohoException {
    return calls.change(
        token -> {
          // Checked here because waiting for a token and for the budget takes time.
          if (change.isOverdue(clock.instant())) {
            throw new ZohoException(
                Failure.passing(
                    "The change was held up for too long before it could be sent", Duration.ZERO));
          }
          return put.with(token, body);
        });
  }

  private ChangeOutcome outcome(Answer answer, StatusBody types) {
    // Only Zoho can accept a change; anybody else's page or JSON proves nothing.
    if (!answer.isSuccess() || !answer.isFromZoho()) {
      return new ChangeOutcome.Failed(Refusal.failure(answer));
    }
    proven = Optional.of(types);
    return new ChangeOutcome.Accepted();
  }

  /**
   * How the values of "Change Outgoing Status" are written: its page types zuid as long and
   * outgoingBlocked as boolean, but each of its samples quotes both. Nothing says which the server
   * takes.
   */
  enum StatusBody {
    QUOTED,
    NATIVE;

    ObjectNode body(Optional<String> zuid, boolean blocked) {
      JsonNodeFactory json = JsonNodeFactory.instance;
      ObjectNode body = json.objectNode();
      zuid.map(id -> this == QUOTED ? json.textNode(id) : json.numberNode(new BigInteger(id)))
          .ifPresent(value -> body.set("zuid", value));
      body.put("mode", "updateOutgoingStatus");
      return this == QUOTED
          ? body.put("outgoingBlocked", Boolean.toString(blocked))
          : body.put("outgoingBlocked", blocked);
    }
  }
}
