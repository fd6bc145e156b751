package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.Home;
import dev.mailbrake.request.port.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Home tabs, and the advice in a card's thread. */
@Timeout(30)
class HomeTableTest {
  private static final Instant NOW = RecordOnDisk.NOW;
  private static final Instant LATER = NOW.plusSeconds(60);

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @Test
  void countsARevisionEachTimeItIsOpened() {
    assertThat(opened("U0ADA00001", NOW)).isEqualTo(new Home("U0ADA00001", NOW, 1, 0));
    does(homes -> homes.shown("U0ADA00001", 1));

    assertThat(opened("U0ADA00001", LATER)).isEqualTo(new Home("U0ADA00001", LATER, 2, 1));
    assertThat(find("U0ADA00001")).contains(new Home("U0ADA00001", LATER, 2, 1));
    assertThat(find("U0GRACE001")).isEmpty();
  }

  @Test
  void countsARevisionForEveryTabWhenSomethingChanges() {
    opened("U0ADA00001", NOW);
    opened("U0GRACE001", LATER);
    opened("U0GRACE001", LATER);

    List<Home> changed = record.within(entry -> entry.homes().changed());

    assertThat(changed)
        .containsExactlyInAnyOrder(
            new Home("U0ADA00001", NOW, 2, 0), new Home("U0GRACE001", LATER, 3, 0));
    assertThat(find("U0ADA00001")).contains(new Home("U0ADA00001", NOW, 2, 0));
  }

  @Test
  void remembersTheContentsOfATab() {
    opened("U0ADA00001", NOW);
    opened("U0GRACE001", NOW);

    does(homes -> homes.shown("U0ADA00001", 1));

    assertThat(find("U0ADA00001").orElseThrow().shown()).isEqualTo(1);
    assertThat(find("U0GRACE001").orElseThrow().shown()).isZero();
  }

  @Test
  void forgetsOneTab() {
    opened("U0ADA00001", NOW);
    opened("U0GRACE001", NOW);

    does(homes -> homes.forget("U0ADA00001"));
    does(homes -> homes.shown("U0ADA00001", 7));

    assertThat(record.<List<Home>>within(entry -> entry.homes().changed()))
        .extracting(Home::userId)
        .containsExactly("U0GRACE001");
  }

  @Test
  void advisesOnceForEachCard() {
    CardId card = new CardId("card-1");
    CardId other = new CardId("card-2");
    record.within(
        entry -> {
          entry.cards().add(new Card(card, "C0MAILSEC1", CardPlace.none(), 1, 0));
          entry.cards().add(new Card(other, "C0MAILSEC1", CardPlace.none(), 1, 0));
          return card;
        });

    assertThat(advise(card)).isTrue();
    assertThat(advise(card)).isFalse();
    assertThat(advise(other)).isTrue();
    assertThat(advise(new CardId("gone"))).isFalse();
  }

  private Home opened(String user, Instant at) {
    return record.within(entry -> entry.homes().opened(new PersonName(user, "Ada"), at));
  }

  private Optional<Home> find(String user) {
    return record.within(entry -> entry.homes().find(user));
  }

  private boolean advise(CardId card) {
    return record.within(entry -> entry.cards().advise(card));
  }

  private void does(Consumer<Transaction.Homes> what) {
    record.within(
        entry -> {
          what.accept(entry.homes());
          return what;
        });
  }
}
