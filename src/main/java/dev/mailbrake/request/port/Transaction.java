package dev.mailbrake.request.port;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditPosition;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Home;
import dev.mailbrake.request.model.Interaction.PressedOn;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of the record, within one transaction. */
public interface Transaction {
  Requests requests();

  Effects effects();

  Lists lists();

  Cards cards();

  AuditRows audit();

  Jobs jobs();

  Interactions interactions();

  CallLog calls();

  Homes homes();

  Addresses addresses();

  /** Empty if there is no such request, or if the button that carries its id is not on its card. */
  default Optional<ChangeRequest> pressed(String requestId, PressedOn on) {
    return requests().find(new RequestId(requestId)).filter(request -> isOnItsCard(request, on));
  }

  default boolean isOnItsCard(ChangeRequest request, PressedOn on) {
    return cards().find(request.card()).filter(card -> card.isPressedOn(on)).isPresent();
  }

  /**
   * Records a step with its audit row and the card's edit. Every step of a request but the attempt
   * to change its mailbox goes through here.
   *
   * @return false, with nothing recorded, if the request has moved since it was read
   */
  default boolean step(ChangeRequest from, ChangeRequest next, AuditEntry why) {
    boolean moved = requests().move(from, next);
    if (moved) {
      audit().append(why);
      cardChanged(next.card());
    }
    return moved;
  }

  /** The card has something new to show, and so has every home tab. */
  default void cardChanged(CardId card) {
    jobs().show(card, cards().changed(card));
    tellHomes();
  }

  /** The same for a new card. */
  default void announce(Card card) {
    jobs().show(card.id(), card.revision());
    tellHomes();
  }

  private void tellHomes() {
    homes().changed().forEach(home -> jobs().publish(home.userId(), home.revision()));
  }

  interface Requests {
    void add(ChangeRequest request);

    Optional<ChangeRequest> find(RequestId id);

    List<ChangeRequest> on(CardId card);

    /** The request for that action on the mailbox that is waiting or being applied. */
    Optional<ChangeRequest> open(MailboxId mailbox, Action action);

    /** Whether a change of the same mailbox that was confirmed earlier is still being applied. */
    boolean hasEarlier(ChangeRequest confirmed);

    /** Whether Zoho accepted another change of the same mailbox but doesn't show it yet. */
    boolean hasUnseen(ChangeRequest confirmed);

    /** Whether Zoho accepted a change of the same mailbox that was confirmed after this one. */
    boolean hasLater(ChangeRequest confirmed);

    /** Whether a block of the same mailbox was confirmed after this unblock and is not done yet. */
    boolean hasNewerBlock(ChangeRequest unblock);

    /**
     * Compares state, first approval and count of writes, and swaps.
     *
     * @return false, with nothing changed, if the request has moved since it was read
     */
    boolean move(ChangeRequest from, ChangeRequest next);

    /** Whether a confirmed change of the mailbox is still being applied, or not visible yet. */
    boolean isBeingChanged(MailboxId mailbox);

    /** In whatever state, unless it was cancelled or is void. */
    Optional<ChangeRequest> automaticUnblockOf(RequestId block);
  }

  interface Effects {
    void note(ChangeRequest request);

    /** The latest change of the mailbox that took effect. */
    Optional<ChangeRequest> inForce(MailboxId mailbox);

    /** How many other mailboxes were blocked since then, or are being blocked now. */
    int blockedSince(Instant start, MailboxId except);

    /** The change to compare with Zoho next: of those due, the one checked longest ago. */
    Optional<ChangeRequest> unchecked(Due due);
  }

  /**
   * Which changes are due to be compared with Zoho.
   *
   * @param since they took effect before
   * @param checked they were not checked after
   * @param unblocked an unblock also took effect after
   * @param latest later dates are ignored: they come from a clock that was ahead
   */
  record Due(Instant since, Instant checked, Instant unblocked, Instant latest) {}

  interface Lists {
    /** What Mailbrake keeps blocked, oldest first. */
    List<ChangeRequest> blocked(int skip, int most);

    /** What waits for a decision, oldest first. */
    List<ChangeRequest> waiting(int skip, int most);

    int countBlocked();

    int countWaiting();

    /** The last decisions, newest first. */
    List<ChangeRequest> decided(int most);
  }

  interface Cards {
    void add(Card card);

    Optional<Card> find(CardId id);

    /** Returns the card's new revision. */
    long changed(CardId id);

    void place(CardId id, CardPlace place);

    void shown(CardId id, CardPlace place, long revision);

    /**
     * Takes the turn to show a card. A turn that would end later than this one doesn't count: a
     * clock that was ahead began it.
     *
     * @param turn names the taker, who may take it again
     * @param ends when others may take it even if nobody ended it
     * @return false while it is somebody else's turn
     */
    boolean takeTurn(CardId id, String turn, Instant now, Instant ends);

    /** Returns false if the turn took so long that somebody else had theirs. */
    boolean endTurn(CardId id, String turn);

    /** Returns false if the card's thread already says what a block doesn't do. */
    boolean advise(CardId id);

    /** Returns false if the card's people were called for that matter before. */
    boolean ring(CardId id, Matter matter);
  }

  interface Homes {
    /** It has something new to show then. */
    Home opened(PersonName who, Instant at);

    Optional<Home> find(String userId);

    /** All of them, each with a new revision. */
    List<Home> changed();

    void shown(String userId, long revision);

    void forget(String userId);
  }

  /** The email addresses that people's Slack profiles have shown. */
  interface Addresses {
    /** The latest first. */
    List<MailAddress> of(String userId);

    void add(String userId, MailAddress address, Instant at);
  }

  /** What people did in Slack, by Slack's id of it. */
  interface Interactions {
    /** Returns false if it was taken before. */
    boolean take(String id, Instant now);

    boolean isTaken(String id);
  }

  /** The append-only, hash-chained audit log. */
  interface AuditRows {
    void append(AuditEntry entry);

    /** Oldest first. */
    List<AuditRow> after(long seq, int most);

    Optional<AuditRow> head();

    /** The last row that the channel was told; empty if there is none. */
    Optional<AuditPosition> told(String channel);

    void tell(AuditPosition position);
  }
}
