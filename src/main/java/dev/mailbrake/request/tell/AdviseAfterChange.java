package dev.mailbrake.request.tell;

import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.wording.ThreadWording;
import java.util.Optional;

/** Says in a card's thread what a change does not do, once its first change took effect. */
public final class AdviseAfterChange {
  private final ThreadReplies threads;
  private final Replies replies;
  private final Ledger ledger;
  private final ThreadWording wording;

  public AdviseAfterChange(Replies replies, Ledger ledger, ThreadWording wording) {
    threads = new ThreadReplies(replies);
    this.replies = replies;
    this.ledger = ledger;
    this.wording = wording;
  }

  /** Tries once; tells only the requester where the bot cannot write to the channel. */
  public Next run(CardId id, int tries) {
    Optional<Card> card = ledger.read(tx -> tx.cards().find(id));
    Optional<ChangeRequest> any = ledger.read(tx -> tx.requests().on(id)).stream().findFirst();
    if (card.isEmpty() || any.isEmpty()) {
      return Next.DONE;
    }
    ThreadPost advice = wording.advice(any.get().action());
    String requester = any.get().origin().by().id();
    return threads.reply(card.get(), advice, tries, () -> replies.tellDirectly(requester, advice));
  }
}
