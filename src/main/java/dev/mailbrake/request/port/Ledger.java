package dev.mailbrake.request.port;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The durable record, shared by all processes: requests, cards, the audit log and the jobs they
 * need change together or not at all.
 */
public interface Ledger {

  /**
   * Reads one consistent state without waiting for writers; a write in it fails. What decides a
   * write must be read again inside that write.
   *
   * @throws LedgerUnavailable if the record cannot be read
   */
  <T> T read(Function<Transaction, T> work);

  /**
   * Does the work in the only transaction that writes at that time; durable on return.
   *
   * @throws LedgerUnavailable if nothing was written, or if {@link LedgerUnavailable#mayBeWritten
   *     nobody knows}
   */
  <T> T update(Function<Transaction, T> work);

  default void write(Consumer<Transaction> work) {
    update(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  /** Does the work unless the interaction was handled before: Slack may deliver one twice. */
  default void once(Interaction interaction, Instant now, Consumer<Transaction> work) {
    write(
        tx -> {
          if (tx.interactions().take(interaction.id(), now)) {
            work.accept(tx);
          }
        });
  }

  default boolean isTaken(Interaction interaction) {
    return read(tx -> tx.interactions().isTaken(interaction.id()));
  }

  /**
   * What a transaction has written, for what happens after the commit.
   *
   * @param steps the requests that moved, as they are now
   */
  public record Committed(List<AuditEntry> entries, List<ChangeRequest> steps, boolean hasJobs) {
    public Committed {
      entries = List.copyOf(entries);
      steps = List.copyOf(steps);
    }
  }
}
