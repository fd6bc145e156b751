package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SqlLedgerTest {
  private static final CardId CARD = new CardId("card-1");
  private static final ReplyUrl URL =
      new ReplyUrl("https://hooks.slack.com/commands/T1/2/3", 5, RecordOnDisk.NOW);
  private static final String ODD = "Grüße\n\t'\"--; drop table requests; 発信 😀 \u202E end";

  private final AtomicInteger commits = new AtomicInteger();
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh(commits::incrementAndGet);

  @BeforeEach
  void open() {
    add(new Card(CARD, "C0MAILSEC1", new CardPlace(CardPlace.Kind.NOWHERE, "", URL), 1, 0));
  }

  @Test
  void writesStateAuditRowAndJobTogether() {
    ChangeRequest request = SampleRequest.block().made();

    writeEverything(request);

    assertThat(written()).containsExactly(1L, 1L, 2L);
    assertThat(find(request.id())).contains(request);
  }

  @Test
  void writesNothingIfTheTransactionFails() {
    ChangeRequest request = SampleRequest.block().made();
    int sofar = commits.get();

    assertThatThrownBy(
            () ->
                record.within(
                    tx -> {
                      tx.requests().add(request);
                      tx.audit().append(RecordOnDisk.audited("half"));
                      tx.jobs().apply(request.id());
                      tx.cards().changed(CARD);
                      throw new IllegalStateException("in the middle");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("in the middle");

    assertThat(commits).as("nobody is told of it").hasValue(sofar);
    assertThat(written()).containsExactly(0L, 0L, 0L);
    assertThat(findCard().revision()).isEqualTo(1);
  }

  @Test
  void announcesJobsOnlyAfterTheirCommit() {
    int sofar = commits.get();

    record.within(
        tx -> {
          tx.jobs().send(message());
          assertThat(commits).hasValue(sofar);
          return tx;
        });

    assertThat(commits).hasValue(sofar + 1);
  }

  @Test
  void announcesNoCommitWithoutJobs() {
    int sofar = commits.get();

    record.append("no work");

    assertThat(commits).hasValue(sofar);
  }

  @Test
  void readsCommittedDataWithoutWaitingForTheWriter() {
    ChangeRequest request = SampleRequest.block().made();

    record.within(
        tx -> {
          tx.requests().add(request);
          assertThat(
                  record.ledger.<Optional<ChangeRequest>>read(
                      it -> it.requests().find(request.id())))
              .isEmpty();
          return tx;
        });

    assertThat(record.ledger.<Optional<ChangeRequest>>read(it -> it.requests().find(request.id())))
        .isPresent();
  }

  @Test
  void writesNothingInARead() {
    ChangeRequest request = SampleRequest.block().made();

    assertThatThrownBy(
            () ->
                record.ledger.read(
                    tx -> {
                      tx.requests().add(request);
                      return tx;
                    }))
        .isInstanceOf(RuntimeException.class);

    assertThat(find(request.id())).isEmpty();
  }

  @Test
  void keepsCommittedDataIfCountingFails() {
    ChangeRequest request = SampleRequest.block().made();
    Ledger uncounted =
        new SqlLedger(
            record.database,
            JobTable.of(record.database.dataSource(), record.clock),
            written -> {
              throw new IllegalStateException("a bug in a counter");
            });

    uncounted.write(tx -> tx.requests().add(request));

    assertThat(find(request.id())).isPresent();
  }

  @Test
  void keepsEveryFieldOfARequest() {
    ChangeRequest request =
        SampleRequest.of(Action.UNBLOCK)
            .on(CARD)
            .aliases(new MailAddress("sales@zylker.com"), new MailAddress("o'b+c@zylker.com"))
            .owner(ODD)
            .as(ODD)
            .reason(ODD)
            .state(RequestState.FAILED)
            .note(ODD)
            .made();

    add(request);

    assertThat(find(request.id())).contains(request);
  }

  /** Not every database can store them, so none does. */
  @Test
  void replacesCharactersThatNoDatabaseMayStore() {
    ChangeRequest request = SampleRequest.block().reason("a\u0000b \ud83d c \ude00 😀").made();

    add(request);

    assertThat(find(request.id()).orElseThrow().terms().reason())
        .isEqualTo("a\ufffdb \ufffd c \ufffd 😀");
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void keepsEveryState(RequestState state) {
    ChangeRequest request = SampleRequest.block().state(state).made();

    add(request);

    assertThat(find(request.id())).contains(request);
  }

  @ParameterizedTest
  @EnumSource(CardPlace.Kind.class)
  void keepsEveryFieldOfACard(CardPlace.Kind kind) {
    Card card =
        new Card(new CardId("card-2"), "C0RANDOM01", new CardPlace(kind, "1.000001", URL), 7, 6);

    add(card);

    assertThat(record.<Optional<Card>>within(tx -> tx.cards().find(card.id()))).contains(card);
  }

  @Test
  void findsNothingForAnUnknownId() {
    assertThat(find(new RequestId("' or 1=1 --"))).isEmpty();
    assertThat(record.<List<ChangeRequest>>within(tx -> tx.requests().on(new CardId("x"))))
        .isEmpty();
  }

  @Test
  void keepsTheOrderOfACardsRows() {
    List<ChangeRequest> rows =
        Stream.of("9", "1", "5")
            .map(id -> SampleRequest.block().mailbox(new MailboxId("1", id)).made())
            .toList();

    rows.forEach(this::add);

    assertThat(record.<List<ChangeRequest>>within(tx -> tx.requests().on(CARD))).isEqualTo(rows);
  }

  @Test
  void movesARequestOnlyFromTheExpectedState() {
    ChangeRequest waiting = SampleRequest.block().made();
    add(waiting);
    ChangeRequest confirmed = in(waiting, RequestState.CONFIRMED);

    assertThat(move(confirmed, confirmed)).isFalse();
    assertThat(find(waiting.id())).contains(waiting);

    assertThat(move(waiting, confirmed)).isTrue();
    assertThat(find(waiting.id())).contains(confirmed);
    assertThat(move(waiting, in(waiting, RequestState.CANCELLED))).isFalse();
    assertThat(find(waiting.id())).contains(confirmed);
  }

  @Test
  void letsExactlyOneOfTwoSimultaneousMovesWin() throws Exception {
    ChangeRequest waiting = SampleRequest.block().made();
    add(waiting);
    CyclicBarrier together = new CyclicBarrier(2);

    var confirming = claims(together, in(waiting, RequestState.CONFIRMED));
    var cancelling = claims(together, in(waiting, RequestState.CANCELLED));

    assertThat(confirming.get()).isNotEqualTo(cancelling.get());
    assertThat(find(waiting.id()).orElseThrow().state())
        .isEqualTo(confirming.get() ? RequestState.CONFIRMED : RequestState.CANCELLED);
  }

  @Test
  void allowsOneWaitingRequestPerActionAndMailbox() {
    add(SampleRequest.block().made());

    assertThatThrownBy(() -> add(SampleRequest.block().made()))
        .isInstanceOf(UnableToExecuteStatementException.class);

    add(SampleRequest.of(Action.UNBLOCK).made());
    add(SampleRequest.block().mailbox(new MailboxId("1", "2")).made());
    add(SampleRequest.block().state(RequestState.CONFIRMED).made());
    assertThat(record.count("requests")).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void treatsARequestAsOpenWhileItWaitsOrIsBeingApplied(RequestState state) {
    ChangeRequest request = SampleRequest.block().state(state).made();
    add(request);

    boolean open = state == RequestState.WAITING || state == RequestState.CONFIRMED;
    assertThat(open(request.mailbox().id(), Action.BLOCK).isPresent()).isEqualTo(open);
    assertThat(open(request.mailbox().id(), Action.UNBLOCK)).isEmpty();
    assertThat(open(new MailboxId("1", "2"), Action.BLOCK)).isEmpty();
  }

  @Test
  void countsACardsRevisionsAndRemembersTheNewestShown() {
    CardPlace place = CardPlace.none().inChannel("1.000002");

    assertThat(record.<Long>within(tx -> tx.cards().changed(CARD))).isEqualTo(2);
    assertThat(record.<Long>within(tx -> tx.cards().changed(CARD))).isEqualTo(3);
    shown(place, 3);
    shown(place, 2);

    assertThat(findCard()).isEqualTo(new Card(CARD, "C0MAILSEC1", place, 3, 3));
  }

  @Test
  void changesACardsPlaceWithoutChangingItsContents() {
    CardPlace place = new CardPlace(CardPlace.Kind.REPLACEABLE, "", URL);

    record.within(
        tx -> {
          tx.cards().place(CARD, place);
          return place;
        });

    assertThat(findCard()).isEqualTo(new Card(CARD, "C0MAILSEC1", place, 1, 0));
  }

  /** A bug must be visible, and not be mistaken for an outage that will pass. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table audit_log rename column detail to gone",
        "drop table audit_log",
        "create unique index once on audit_log (event)"
      })
  void reportsABugInItsOwnSqlAsABug(String change) {
    record.append("before");
    record.execute(change);

    assertThatThrownBy(() -> record.append("never"))
        .isNotInstanceOf(LedgerUnavailable.class)
        .hasRootCauseInstanceOf(SQLException.class)
        .hasMessageNotContaining("sends phishing");
    assertThat(record.database.isWritable()).isTrue();
  }

  /** PostgreSQL would quote the whole row, including a reply URL, which is a key. */
  @Test
  void logsABugWithoutTheRow() {
    record.execute("create unique index once on cards (channel)");
    Card second =
        new Card(
            new CardId("card-2"),
            "C0MAILSEC1",
            new CardPlace(CardPlace.Kind.NOWHERE, "", URL),
            1,
            0);

    assertThatThrownBy(() -> add(second))
        .satisfies(
            bug ->
                assertThat(Throwables.getStackTrace(bug))
                    .doesNotContain("hooks.slack.com", "C0MAILSEC1"));
  }

  /** Whichever table runs out of space. */
  @Tag("sqlite")
  @ParameterizedTest
  @ValueSource(strings = {"audit", "job", "request"})
  void saysThatTheDiskIsFullWhicheverTableNeedsTheSpace(String table) {
    record.database.close();
    DatabaseSettings small = new DatabaseSettings(record.place.url() + "?max_page_count=1");
    try (RecordOnDisk full = RecordOnDisk.at(record.place, small)) {
      assertThatThrownBy(() -> fill(full, table))
          .isInstanceOf(LedgerUnavailable.class)
          .hasMessage("the database cannot be written: the disk is full");
    }
  }

  @Test
  @Tag("sqlite")
  void saysThatTheRecordIsLockedIfAJobIsWrittenFirst() throws Exception {
    record.impatient();
    try (var other = record.place.connect();
        var statement = other.createStatement()) {
      statement.execute("begin immediate");
      assertThatThrownBy(() -> fill(record, "job"))
          .isInstanceOf(LedgerUnavailable.class)
          .hasMessage("the database cannot be written: another process has locked it");
    }
  }

  private static void fill(RecordOnDisk full, String table) {
    for (int i = 0; i < 300; i++) {
      String id = "1" + i;
      full.within(
          tx -> {
            switch (table) {
              case "audit" -> tx.audit().append(RecordOnDisk.audited("x".repeat(500)));
              case "job" -> tx.jobs().send(message());
              default ->
                  tx.requests().add(SampleRequest.block().mailbox(new MailboxId("1", id)).made());
            }
            return id;
          });
    }
  }

  private static PrivateMessage message() {
    Recipient to = new Recipient(new PersonName("U0ADA00001", "Ada"), "C0MAILSEC1", ReplyUrl.NONE);
    return PrivateMessage.to(to, "x".repeat(500));
  }

  private void writeEverything(ChangeRequest request) {
    record.within(
        tx -> {
          tx.requests().add(request);
          tx.audit().append(RecordOnDisk.audited("all"));
          tx.jobs().expire(request.id(), request.terms().deadline());
          tx.jobs().send(message());
          return request;
        });
  }

  private List<Long> written() {
    return Stream.of("requests", "audit_log", "scheduled_tasks").map(record::count).toList();
  }

  private CompletableFuture<Boolean> claims(CyclicBarrier together, ChangeRequest next) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            together.await();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return move(in(next, RequestState.WAITING), next);
        });
  }

  private static ChangeRequest in(ChangeRequest request, RequestState state) {
    ChangeRequest other = SampleRequest.block().state(state).made();
    return new ChangeRequest(
        request.id(),
        request.card(),
        request.action(),
        request.mailbox(),
        request.origin(),
        request.terms(),
        state,
        request.approvals(),
        other.decision(),
        other.progress(),
        request.effect());
  }

  private boolean move(ChangeRequest from, ChangeRequest next) {
    return record.within(tx -> tx.requests().move(from, next));
  }

  private Optional<ChangeRequest> find(RequestId id) {
    return record.within(tx -> tx.requests().find(id));
  }

  private Optional<ChangeRequest> open(MailboxId mailbox, Action action) {
    return record.within(tx -> tx.requests().open(mailbox, action));
  }

  private Card findCard() {
    return record.within(tx -> tx.cards().find(CARD).orElseThrow());
  }

  private void shown(CardPlace place, long revision) {
    record.within(
        tx -> {
          tx.cards().shown(CARD, place, revision);
          return place;
        });
  }

  private void add(ChangeRequest request) {
    record.within(
        tx -> {
          tx.requests().add(request);
          return request;
        });
  }

  private void add(Card card) {
    record.within(
        tx -> {
          tx.cards().add(card);
          return card;
        });
  }
}
