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
import dev.mailbrake.request.model.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of the record within one transaction. Not to be kept after it. */
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

  /**
   * The request whose button was pressed; empty if there is none, or if the button is not on its
   * card.
   *
   * @param requestId what the button carries; anything, if somebody forged it
   */
  default Optional<ChangeRequest> pressed(String requestId, PressedOn on) {
    return requests().find(new RequestId(requestId)).filter(request -> isOnItsCard(request, on));
  }

  /** Whether a button was pressed on a message that is known as the request's, or at home. */
  default boolean isOnItsCard(ChangeRequest request, PressedOn on) {
    return cards().find(request.card()).filter(card -> card.isPressedOn(on)).isPresent();
  }

  /**
   * Records a step with its audit row and the card's edit, unless the request has moved since it
   * was read. Every step of a request but the attempt to change its mailbox goes through here.
   *
   * @return false if it has moved; then nothing was recorded
   */
  default boolean step(ChangeRequest from, ChangeRequest next, AuditEntry why) {
    boolean moved = requests().move(from, next);
    if (moved) {
      audit().append(why);
      cardChanged(next.card());
    }
    return moved;
  }

  /** Notes that a card, and with it every home tab, has something new to show. */
  default void cardChanged(CardId card) {
    jobs().show(card, cards().changed(card));
    tellHomes();
  }

  /** Has a new card shown for the first time, and the home tabs brought up to date. */
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

    /** The request for the same action on the same mailbox that waits or is being applied. */
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
     * Records a step unless the request has moved since it was read: its state, its first approval
     * and its count of writes must be unchanged.
     *
     * @return false if it has moved; then nothing has changed
     */
    boolean move(ChangeRequest from, ChangeRequest next);

    /** Whether a confirmed change of the mailbox is still being applied, or not visible yet. */
    boolean isBeingChanged(MailboxId mailbox);

    /** The request that ends a temporary block, waiting or not. */
    Optional<ChangeRequest> automaticUnblockOf(RequestId block);
  }

  interface Effects {
    void note(ChangeRequest request);

    /** The latest change of the mailbox that took effect. */
    Optional<ChangeRequest> inForce(MailboxId mailbox);

    /** How many mailboxes besides this one were blocked since then, or are just being blocked. */
    int blockedSince(Instant start, MailboxId except);

    /** The change to compare with Zoho next: of those that are due, the one that waited longest. */
    Optional<ChangeRequest> unchecked(Due due);
  }

  /**
   * Which changes are due to be compared: those that took effect before {@code since} and were not
   * checked after {@code checked}; of unblocks, only what took effect after {@code unblocked}.
   *
   * @param latest later dates come from a clock that was ahead, and say nothing
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

    /**
     * Notes that a card has something new to show.
     *
     * @return its new revision
     */
    long changed(CardId id);

    void place(CardId id, CardPlace place);

    /** Notes that the card's message is there and shows that revision. */
    void shown(CardId id, CardPlace place, long revision);

    /**
     * Takes the turn to show a card. A turn that would end later than this one doesn't count: a
     * clock that was ahead began it.
     *
     * @param turn names the one whose turn it is, who may take it again
     * @param ends when others may take it although nobody ended it
     * @return false while it is somebody else's turn
     */
    boolean takeTurn(CardId id, String turn, Instant now, Instant ends);

    /**
     * Ends a turn.
     *
     * @return false if it took so long that somebody else had theirs
     */
    boolean endTurn(CardId id, String turn);

    /**
     * Notes that a card's thread says what a block does not do.
     *
     * @return false if it was noted before
     */
    boolean advise(CardId id);
  }

  interface Homes {
    /** Notes that somebody opened theirs, so it has something new to show. */
    Home opened(PersonName who, Instant at);

    Optional<Home> find(String userId);

    /** Notes that all of them have something new to show. */
    List<Home> changed();

    void shown(String userId, long revision);

    /** Forgets a tab that nobody has opened lately. */
    void forget(String userId);
  }

  /** The mail addresses that people's Slack profiles have shown. */
  interface Addresses {
    /** All that a person's profile has shown, latest first. */
    List<MailAddress> of(String userId);

    void add(String userId, MailAddress address, Instant at);
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

  /** The append-only, hash-chained audit log. */
  interface AuditRows {
    void append(AuditEntry entry);

    /** The rows after this one, oldest first. */
    List<AuditRow> after(long seq, int most);

    Optional<AuditRow> head();

    /** Up to which row the channel was told; empty if it never was. */
    Optional<AuditPosition> told(String channel);

    void tell(AuditPosition position);
  }
}
