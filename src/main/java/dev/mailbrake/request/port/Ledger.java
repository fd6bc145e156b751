package dev.mailbrake.request.port;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The durable record, one for all processes: requests, cards, the audit log and the jobs they need,
 * changed together or not at all.
 */
public interface Ledger {

  /**
   * Reads one consistent state without waiting for writers; to write fails. The answer is a hint:
   * what decides a write must be read again inside that write.
   *
   * @throws LedgerUnavailable if the record cannot be read
   */
  <T> T read(Function<Transaction, T> work);

  /**
   * Does the work in one transaction, the only one that writes meanwhile; durable on return.
   *
   * @throws LedgerUnavailable if it cannot be written; then nothing of it was, unless the exception
   *     says that it may be
   */
  <T> T update(Function<Transaction, T> work);

  /** The same for work without an answer. */
  default void write(Consumer<Transaction> work) {
    update(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  /** Does the work unless the same interaction was worked on: Slack may deliver one twice. */
  default void once(Interaction interaction, Instant now, Consumer<Transaction> work) {
    write(
        tx -> {
          if (tx.interactions().take(interaction.id(), now)) {
            work.accept(tx);
          }
        });
  }

  /** Whether the interaction was worked on, so not even a lookup is needed. */
  default boolean isTaken(Interaction interaction) {
    return read(tx -> tx.interactions().isTaken(interaction.id()));
  }

  /**
   * What a transaction has written, for whoever counts or wakes workers after it.
   *
   * @param steps the requests that moved, as they stand after it
   * @param hasJobs whether jobs were scheduled, which may be due now
   */
  public record Committed(List<AuditEntry> entries, List<ChangeRequest> steps, boolean hasJobs) {
    public Committed {
      entries = List.copyOf(entries);
      steps = List.copyOf(steps);
    }
  }
}
