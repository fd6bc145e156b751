package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.apply.ApprovedChange;
import feign.Response;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writing of an outgoing status, in the form that Zoho takes: the documented one first, native
 * JSON types once if the form is refused, and from then on the one that worked.
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

  /**
   * Writes once, in a refused form a second time.
   *
   * @param zuid empty for user authentication
   * @param put the call, given token and body
   */
  ChangeOutcome write(
      ApprovedChange change, Optional<String> zuid, BiFunction<String, JsonNode, Response> put) {
    boolean blocked = change.action().wanted() == OutgoingStatus.BLOCKED;
    try {
      StatusBody form = proven.orElse(StatusBody.QUOTED);
      Answer answer = send(change, form.body(zuid, blocked), put);
      if (Refusal.isOfForm(answer) && proven.isEmpty()) {
        LOG.warn("Zoho refused the quoted form of a change; it is sent once in native JSON types");
        form = StatusBody.NATIVE;
        answer = send(change, form.body(zuid, blocked), put);
      }
      return outcome(answer, form);
    } catch (ZohoException troubled) {
      return new ChangeOutcome.Failed(troubled.failure());
    } catch (Overdue stoodStill) {
      return new ChangeOutcome.Failed(
          Failure.passing(
              "The change was held up for too long before it could be sent", Duration.ZERO));
    }
  }

  private Answer send(
      ApprovedChange change, JsonNode body, BiFunction<String, JsonNode, Response> put)
      throws ZohoException {
    return calls.change(
        token -> {
          // Here and not before the wait for a token and for the budget.
          if (change.isOverdue(clock.instant())) {
            throw new Overdue();
          }
          return put.apply(token, body);
        });
  }

  private ChangeOutcome outcome(Answer answer, StatusBody form) {
    // Only Zoho's own word makes a change accepted; somebody else's page or JSON proves nothing.
    if (!answer.isSuccess() || !answer.isZohos()) {
      return new ChangeOutcome.Failed(Refusal.failure(answer));
    }
    proven = Optional.of(form);
    return new ChangeOutcome.Accepted();
  }

  private static final class Overdue extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * How the values of "Change Outgoing Status" are written. Its page types zuid as long and
   * outgoingBlocked as boolean, while each of its samples quotes both; which form the server takes
   * is proven nowhere.
   */
  enum StatusBody {
    /** As in the documented samples. */
    QUOTED {
      @Override
      void write(ObjectNode body, Optional<String> zuid, boolean blocked) {
        zuid.ifPresent(id -> body.put("zuid", id));
        body.put("mode", MODE).put("outgoingBlocked", Boolean.toString(blocked));
      }
    },
    /** As in the documented types. */
    NATIVE {
      @Override
      void write(ObjectNode body, Optional<String> zuid, boolean blocked) {
        zuid.ifPresent(id -> body.put("zuid", new BigInteger(id)));
        body.put("mode", MODE).put("outgoingBlocked", blocked);
      }
    };

    private static final String MODE = "updateOutgoingStatus";

    /**
     * The body.
     *
     * @param zuid the user; empty for user authentication, which takes none
     */
    ObjectNode body(Optional<String> zuid, boolean blocked) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      write(body, zuid, blocked);
      return body;
    }

    abstract void write(ObjectNode body, Optional<String> zuid, boolean blocked);
  }
}
