package dev.mailbrake.request.port;

import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.Ring;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Durable jobs. A job is stored in the transaction of its cause and runs at least once after it,
 * across restarts.
 */
public interface Jobs {
  JobKind<RequestId> APPLY = JobKind.changing("apply-change", RequestId.class);
  JobKind<RequestId> EXPIRE = JobKind.changing("expire-request", RequestId.class).keepingItsTime();
  JobKind<RequestId> REMIND = JobKind.changing("remind-of-end", RequestId.class).keepingItsTime();
  JobKind<CardId> SHOW = JobKind.telling("show-card", CardId.class);
  JobKind<CardId> ADVISE = JobKind.telling("advise-after-block", CardId.class);
  JobKind<Ring> RING = JobKind.telling("ring", Ring.class);
  JobKind<PrivateMessage> SEND = JobKind.telling("send-message", PrivateMessage.class);
  JobKind<Listing> LIST = JobKind.telling("show-overview", Listing.class);
  JobKind<String> PUBLISH = JobKind.telling("show-home", String.class);

  /** Recurring jobs; one process at a time runs each. */
  JobKind<String> TELL_AUDIT = JobKind.telling("tell-audit", String.class);

  JobKind<String> CHECK_DRIFT = JobKind.telling("check-drift", String.class);

  /** Adds a job unless one of that kind and name exists. */
  <P> void add(JobKind<P> kind, String name, P payload, Instant due);

  /** Adds a job that is due at once. */
  <P> void add(JobKind<P> kind, String name, P payload);

  default void apply(RequestId id) {
    add(APPLY, id.value(), id);
  }

  /** Applies a change that was just confirmed, and calls people if that takes long. */
  default void confirmed(ChangeRequest confirmed) {
    apply(confirmed.id());
    Ring ifLate = Ring.check(confirmed.card(), Matter.LATE);
    String name = ifLate.name() + confirmed.id();
    add(RING, name, ifLate, confirmed.decision().at().plus(Matter.PATIENCE));
  }

  default void ring(Ring ring) {
    add(RING, ring.name(), ring);
  }

  /** Calls those who may give the second approval once half the time for it has passed. */
  default void ringAtHalfTime(ChangeRequest waiting, Instant now) {
    Ring ring = Ring.check(waiting.card(), Matter.HALF_TIME);
    Duration half = Duration.between(now, waiting.terms().deadline()).dividedBy(2);
    add(RING, ring.name(), ring, now.plus(half));
  }

  default void expire(RequestId id, Instant deadline) {
    add(EXPIRE, id.value(), id, deadline);
  }

  default void remind(RequestId block, Instant when) {
    add(REMIND, block.value(), block, when);
  }

  /**
   * Shows this revision or a later one. Each revision has its own job, because a running job may
   * have read the previous revision.
   */
  default void show(CardId id, long revision) {
    add(SHOW, id.value() + "/" + revision, id);
  }

  default void advise(CardId id) {
    add(ADVISE, id.value(), id);
  }

  default void send(PrivateMessage message) {
    add(SEND, UUID.randomUUID().toString(), message);
  }

  default void list(Listing listing) {
    add(LIST, UUID.randomUUID().toString(), listing);
  }

  /** Like {@link #show}, for a home tab. */
  default void publish(String userId, long revision) {
    add(PUBLISH, userId + "/" + revision, userId);
  }

  default void recur(JobKind<String> kind) {
    add(kind, kind.name(), "");
  }

  /**
   * A kind of job. The name is in the database and must not change; the payload is stored as JSON,
   * so it has plain fields. {@code keepsItsTime} if people have seen the due time, so it stays even
   * if the clock that set it was ahead.
   */
  public record JobKind<P>(String name, Class<P> payload, Priority priority, boolean keepsItsTime) {
    /** Each priority has its own workers, so a change never waits behind messages. */
    public enum Priority {
      CHANGE,
      TELL
    }

    static <P> JobKind<P> changing(String name, Class<P> payload) {
      return new JobKind<>(name, payload, Priority.CHANGE, false);
    }

    static <P> JobKind<P> telling(String name, Class<P> payload) {
      return new JobKind<>(name, payload, Priority.TELL, false);
    }

    JobKind<P> keepingItsTime() {
      return new JobKind<>(name, payload, priority, true);
    }
  }
}
