package dev.mailbrake.request;

import dev.mailbrake.request.Gate.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the home tabs true that somebody opened lately. Whoever may not see it is told why. */
public final class ShowHome {
  /** A tab that was opened longer ago is brought up to date when it is opened again. */
  private static final Duration RECENT = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(ShowHome.class);

  private final Gate gate;
  private final Replies replies;
  private final Ledger ledger;
  private final Clock clock;

  public ShowHome(Gate gate, Replies replies, Ledger ledger, Clock clock) {
    this.gate = gate;
    this.replies = replies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Notes that somebody opened their home tab, and owes what it shows. */
  public void opened(PersonName who) {
    ledger.transaction(
        entry -> {
          Home home = entry.homes().opened(who, clock.instant());
          entry.jobs().publish(home.userId(), home.revision());
          return home;
        });
  }

  /**
   * Publishes the tab as it is now, unless it is up to date.
   *
   * @param tries how often it asked to run again
   */
  public Next run(String userId, int tries) {
    Optional<Home> home =
        ledger.transaction(entry -> recent(entry, userId)).filter(tab -> !tab.isUpToDate());
    while (home.isPresent()) {
      Visitor visitor = gate.meet(new Interaction(new PersonName(userId, ""), "", ReplyUrl.NONE));
      Delivery delivery = stands(visitor, replies.publish(userId, tab(visitor)));
      if (!(delivery instanceof Delivery.Delivered)) {
        return delivery.orLater(tries, why -> LOG.warn("no home tab for {}: {}", userId, why));
      }
      home = shown(home.get());
    }
    return Next.DONE;
  }

  private Optional<Home> recent(Ledger.Entry entry, String userId) {
    Optional<Home> home = entry.homes().find(userId);
    if (home.isPresent() && !home.get().wasOpenedWithin(RECENT, clock.instant())) {
      entry.homes().forget(userId);
      return Optional.empty();
    }
    return home;
  }

  /** That Slack could not say who somebody is does not stay on their tab for longer than that. */
  private static Delivery stands(Visitor visitor, Delivery delivery) {
    return delivery instanceof Delivery.Delivered && visitor.isUnclear()
        ? new Delivery.Later("Slack does not say who they are", Duration.ZERO)
        : delivery;
  }

  private HomeTab tab(Visitor visitor) {
    return gate.objectionToHome(visitor)
        .<HomeTab>map(why -> new HomeTab.Closed(why.sentence()))
        .orElseGet(
            () ->
                ledger.transaction(
                    entry -> {
                      SeenAddresses.note(entry, visitor, clock.instant());
                      return HomeTab.Open.read(entry.lists());
                    }));
  }

  /** The tab, if it has become news while it was published: what is there now may be the older. */
  private Optional<Home> shown(Home published) {
    return ledger.transaction(
        entry -> {
          entry.homes().shown(published.userId(), published.revision());
          return entry
              .homes()
              .find(published.userId())
              .filter(now -> now.revision() > published.revision());
        });
  }
}
