package dev.mailbrake.request.tell;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.model.Ring;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.model.ThreadPost.Part;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.ThreadWording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calls people in a card's thread, since an edit of the card rings nobody: each matter once a card,
 * however many mailboxes. What it says is read from the record when it says it.
 */
public final class RingPeople {
  /** How often to look whether the rest of a wave is done. */
  private static final Duration BRIEFLY = Duration.ofSeconds(5);

  private final ThreadReplies threads;
  private final Ledger ledger;
  private final SecondApprovers approvers;
  private final ThreadWording wording;
  private final Clock clock;

  public RingPeople(
      Replies replies,
      Ledger ledger,
      SecondApprovers approvers,
      ThreadWording wording,
      Clock clock) {
    threads = new ThreadReplies(replies);
    this.ledger = ledger;
    this.approvers = approvers;
    this.wording = wording;
    this.clock = clock;
  }

  public Next run(Ring ring, int tries) {
    return ring.step() == Ring.Step.CHECK ? check(ring) : tell(ring, tries);
  }

  private Next check(Ring ring) {
    Instant now = clock.instant();
    return ledger.update(
        tx -> {
          List<ChangeRequest> rows = tx.requests().on(ring.card());
          List<ChangeRequest> concerned = concerned(ring.matter(), rows, now);
          Optional<Next> wait = wait(ring.matter(), rows, concerned, now);
          boolean isNew = wait.isEmpty() && !concerned.isEmpty() && mark(tx, ring);
          if (isNew) {
            tx.jobs().ring(ring.inThread());
          }
          return wait.orElse(Next.DONE);
        });
  }

  private static boolean mark(Transaction tx, Ring ring) {
    return tx.cards().ring(ring.card(), ring.matter());
  }

  private static List<ChangeRequest> concerned(
      Matter matter, List<ChangeRequest> rows, Instant now) {
    return rows.stream().filter(row -> matter.concerns(row, now)).toList();
  }

  /** A wave rings once: others of the card may fail too, or be late too, in a moment. */
  private static Optional<Next> wait(
      Matter matter, List<ChangeRequest> rows, List<ChangeRequest> concerned, Instant now) {
    Stream<ChangeRequest> applied =
        rows.stream().filter(row -> row.state() == RequestState.CONFIRMED);
    return switch (matter) {
      case FAILED ->
          applied
              .filter(row -> row.progress().note().isEmpty())
              .filter(row -> concerned.stream().noneMatch(failed -> isOld(failed, now)))
              .findFirst()
              .map(row -> Next.untried(BRIEFLY));
      case LATE -> // A clock that was ahead may have begun this.
          applied
              .filter(row -> concerned.isEmpty())
              .map(row -> row.decision().at().plus(Matter.PATIENCE))
              .min(Instant::compareTo)
              .map(due -> Next.untried(Duration.between(now, due)));
      case DRIFTED, SECOND_NEEDED, HALF_TIME -> Optional.empty();
    };
  }

  private static boolean isOld(ChangeRequest failed, Instant now) {
    return !now.isBefore(failed.progress().at().plus(Matter.PATIENCE));
  }

  private Next tell(Ring ring, int tries) {
    Optional<Card> card = ledger.read(tx -> tx.cards().find(ring.card()));
    List<ChangeRequest> concerned =
        concerned(ring.matter(), ledger.read(tx -> tx.requests().on(ring.card())), clock.instant());
    if (card.isEmpty() || concerned.isEmpty()) {
      return Next.DONE;
    }
    if (ring.step() == Ring.Step.PERSON) {
      ThreadPost post = wording.directly(ring.matter(), concerned, card.get().pointer());
      return threads.tellDirectly(ring.person(), post, tries);
    }
    if (ring.matter() == Matter.HALF_TIME) {
      tellEach(ring, concerned);
      return Next.DONE;
    }
    ThreadPost post =
        wording.inThread(ring.matter(), concerned, mentions(ring.matter(), concerned));
    return threads.reply(card.get(), post, tries, () -> tellEach(ring, concerned));
  }

  private List<Part> mentions(Matter matter, List<ChangeRequest> concerned) {
    return matter.isForApprovers()
        ? approvers.mentions(concerned)
        : involved(concerned).map(Part.Person::new).map(Part.class::cast).toList();
  }

  private void tellEach(Ring ring, List<ChangeRequest> concerned) {
    List<String> people =
        ring.matter().isForApprovers()
            ? approvers.userIds(concerned)
            : involved(concerned).toList();
    ledger.write(tx -> people.forEach(person -> tx.jobs().ring(ring.to(person))));
  }

  /** Who requested a change, and who confirmed it. */
  private static Stream<String> involved(List<ChangeRequest> concerned) {
    return concerned.stream()
        .flatMap(row -> Stream.concat(Stream.of(row.origin().by()), row.deciders()))
        .filter(who -> !who.equals(PersonName.MAILBRAKE) && !who.equals(PersonName.NOBODY))
        .map(PersonName::id)
        .distinct();
  }
}
