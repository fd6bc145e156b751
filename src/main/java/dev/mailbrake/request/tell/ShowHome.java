package dev.mailbrake.request.tell;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.SeenAddresses;
import dev.mailbrake.request.model.Home;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.HomeTab;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.port.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps recently opened home tabs up to date. Whoever may not see it reads why. */
public final class ShowHome {
  /** Older tabs are updated when they are opened again. */
  private static final Duration RECENT = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(ShowHome.class);

  private final AccessCheck access;
  private final Replies replies;
  private final Ledger ledger;
  private final Clock clock;

  public ShowHome(AccessCheck access, Replies replies, Ledger ledger, Clock clock) {
    this.access = access;
    this.replies = replies;
    this.ledger = ledger;
    this.clock = clock;
  }

  public void opened(PersonName who) {
    ledger.write(
        tx -> {
          Home home = tx.homes().opened(who, clock.instant());
          tx.jobs().publish(home.userId(), home.revision());
        });
  }

  public Next run(String userId, int tries) {
    Optional<Home> home = ledger.update(tx -> recent(tx, userId)).filter(tab -> !tab.isUpToDate());
    while (home.isPresent()) {
      Actor actor = access.identify(Recipient.in("", new PersonName(userId, "")));
      Delivery<Done> delivery = retryIfUnclear(actor, replies.publish(userId, tab(actor)));
      if (!delivery.isDone()) {
        return delivery.orRetry(
            tries, why -> LOG.warn("cannot show {} their home tab: {}", userId, why));
      }
      home = shown(home.get());
    }
    return Next.DONE;
  }

  private Optional<Home> recent(Transaction tx, String userId) {
    Optional<Home> home = tx.homes().find(userId);
    if (home.isPresent() && !home.get().wasOpenedWithin(RECENT, clock.instant())) {
      tx.homes().forget(userId);
      return Optional.empty();
    }
    return home;
  }

  /** Published, but retried: Slack's failure to say who somebody is must not stay on their tab. */
  private static Delivery<Done> retryIfUnclear(Actor actor, Delivery<Done> delivery) {
    return delivery.isDone() && actor.isUnclear()
        ? new Delivery.Later<>("Slack does not say who they are", Duration.ZERO)
        : delivery;
  }

  private HomeTab tab(Actor actor) {
    return access
        .objectionToHome(actor)
        .<HomeTab>map(why -> new HomeTab.Closed(why.sentence()))
        .orElseGet(
            () ->
                ledger.update(
                    tx -> {
                      SeenAddresses.note(tx, actor, clock.instant());
                      return HomeTab.Open.read(tx.lists());
                    }));
  }

  /** The tab if it changed while it was being published; the older version may be on display. */
  private Optional<Home> shown(Home published) {
    return ledger.update(
        tx -> {
          tx.homes().shown(published.userId(), published.revision());
          return tx.homes()
              .find(published.userId())
              .filter(now -> now.revision() > published.revision());
        });
  }
}
