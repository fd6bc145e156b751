package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailboxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The durable record, one for all processes: requests, cards, their audit trail and the jobs they
 * owe, changed together or not at all; and what must not be done twice or too often.
 */
public interface Ledger {

  /**
   * Does the work in one transaction, which is durable when this returns.
   *
   * @throws LedgerUnavailable if it cannot be written; then nothing of it was, unless the exception
   *     says that it may be
   */
  <T> T transaction(Function<Entry, T> work);

  /**
   * Does the work in one transaction, unless the same interaction has been worked on: Slack, or
   * somebody who replays what Slack sent, may deliver it twice.
   */
  default void once(Interaction interaction, Instant now, Consumer<Entry> work) {
    transaction(
        entry -> {
          boolean first = entry.interactions().take(interaction.id(), now);
          if (first) {
            work.accept(entry);
          }
          return first;
        });
  }

  /** Whether the interaction has been worked on, so that not even a look-up is due to it. */
  default boolean isTaken(Interaction interaction) {
    return transaction(entry -> entry.interactions().isTaken(interaction.id()));
  }

  /** What can be read and written in a transaction. Not to be kept after it. */
  interface Entry {
    Requests requests();

    Cards cards();

    AuditLog audit();

    Jobs jobs();

    Interactions interactions();

    Calls calls();

    /** Notes that a card has something new to say, and owes the saying. */
    default void news(CardId card) {
      jobs().show(card, cards().changed(card));
    }
  }

  /** The requests. */
  interface Requests {
    void add(ChangeRequest request);

    Optional<ChangeRequest> find(RequestId id);

    /** The rows of a card, in their order. */
    List<ChangeRequest> on(CardId card);

    /** The request for the same action on the same mailbox that waits or is being applied. */
    Optional<ChangeRequest> open(MailboxId mailbox, Action action);

    /** Whether a change of the same mailbox that was confirmed earlier is still being applied. */
    boolean hasEarlier(ChangeRequest confirmed);

    /** Whether another change of the same mailbox was accepted and has not been seen yet. */
    boolean hasUnseen(ChangeRequest confirmed);

    /** Whether a change of the same mailbox was confirmed after this one. */
    boolean hasLater(ChangeRequest confirmed);

    /**
     * Records a step if the request is still where the step starts.
     *
     * @param from the request as it was read: its state and its count of writes must still hold
     * @param next the request after the step
     * @return false if somebody was first; then nothing has changed
     */
    boolean move(ChangeRequest from, ChangeRequest next);
  }

  /** The cards. */
  interface Cards {
    void add(Card card);

    Optional<Card> find(CardId id);

    /**
     * Notes that a card has something new to say.
     *
     * @return its new revision
     */
    long changed(CardId id);

    /** Notes where the card's message is, without changing what it shows. */
    void place(CardId id, CardPlace place);

    /** Notes that the card's message is there and shows that revision. */
    void shown(CardId id, CardPlace place, long revision);

    /**
     * Takes the turn to show a card.
     *
     * @param turn the name of whose turn it is; whoever has it already may go on
     * @param ends when others may take it, though it was not ended
     * @return false while it is somebody else's
     */
    boolean takeTurn(CardId id, String turn, Instant now, Instant ends);

    /**
     * Ends a turn.
     *
     * @return false if it had gone on for so long that somebody else took it
     */
    boolean endTurn(CardId id, String turn);
  }

  /** What people did in Slack, by Slack's id of it. */
  interface Interactions {
    /**
     * Notes an interaction as taken.
     *
     * @return false if it was taken before
     */
    boolean take(String id, Instant now);

    boolean isTaken(String id);
  }

  /** The calls to Zoho, by all processes together. */
  interface Calls {
    /** Notes a call that is about to be made. */
    void add(Instant at);

    /** The moments of the calls after this one, oldest first. */
    List<Instant> after(Instant moment);

    CallPause pause();

    void pause(CallPause pause);
  }

  /** The append-only, hash-chained audit trail. */
  interface AuditLog {
    void append(AuditEntry entry);
  }
}
