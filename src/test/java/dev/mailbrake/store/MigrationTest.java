package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.sandbox.database.FreshDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record written by the previous version, opened by this one. */
@Timeout(60)
class MigrationTest {
  private static final long DECIDED = 1_795_424_400_000L;
  private static final Instant NEVER = Effect.NEVER;
  private static final Instant ENDED = Instant.ofEpochMilli(DECIDED + 500);

  @TempDir Path directory;
  private FreshDatabase place;
  private Jdbi before;

  @BeforeEach
  void isOfTheVersionBefore() {
    place = FreshDatabase.in(directory);
    before = Jdbi.create(place::connect);
    EarlierVersion.migrates(place, "2");
    before.useHandle(
        handle ->
            handle.execute(
                """
                insert into cards (id, channel, place, message, reply_url, reply_uses_left,
                  reply_expires, revision, shown)
                values ('card', 'C0MAILSEC1', 'IN_CHANNEL', '1.000001', '', 0, 0, 3, 3)
                """));
  }

  @Test
  void keepsTheLastVerifiedChangeInForce() {
    had("a-block", "1", Action.BLOCK, RequestState.VERIFIED, 1);
    had("b-block", "2", Action.BLOCK, RequestState.VERIFIED, 1);
    had("b-allow", "2", Action.UNBLOCK, RequestState.VERIFIED, 2);
    had("b-again", "2", Action.BLOCK, RequestState.VERIFIED, 3);

    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      assertThat(effect(record, "a-block"))
          .isEqualTo(
              new Effect(
                  ENDED.plusSeconds(1), NEVER, NEVER, false, NEVER, false, Optional.empty()));
      assertThat(effect(record, "b-again").isInForce()).isTrue();
      assertThat(List.of(effect(record, "b-block"), effect(record, "b-allow")))
          .containsOnly(Effect.NONE);
      assertThat(record.<Integer>within(entry -> entry.lists().countBlocked())).isEqualTo(2);
    }
  }

  @Test
  void comparesIdsIfTwoHaveTheSameTime() {
    had("a", "1", Action.BLOCK, RequestState.VERIFIED, 1);
    had("b", "1", Action.UNBLOCK, RequestState.VERIFIED, 1);

    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      assertThat(effect(record, "a")).isEqualTo(Effect.NONE);
      assertThat(effect(record, "b").isInForce()).isTrue();
    }
  }

  /** The mailbox had already been unblocked in the console when somebody requested it. */
  @Test
  void endsABlockThatWasLaterFoundUnblocked() {
    had("a-block", "1", Action.BLOCK, RequestState.VERIFIED, 1);
    had("a-allow", "1", Action.UNBLOCK, RequestState.UNCHANGED, 2);
    had("b-block", "2", Action.BLOCK, RequestState.VERIFIED, 1);
    had("b-again", "2", Action.BLOCK, RequestState.UNCHANGED, 2);
    had("b-failed", "2", Action.UNBLOCK, RequestState.FAILED, 3);

    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      assertThat(effect(record, "a-block")).isEqualTo(Effect.NONE);
      assertThat(effect(record, "b-block").isInForce()).isTrue();
      assertThat(record.<Integer>within(entry -> entry.lists().countBlocked())).isEqualTo(1);
    }
  }

  @Test
  void keepsRequestsThatWaitOrAreBeingApplied() {
    had("waiting", "1", Action.BLOCK, RequestState.WAITING, 0);
    had("confirmed", "2", Action.BLOCK, RequestState.CONFIRMED, 1);

    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      ChangeRequest waiting = find(record, "waiting");
      assertThat(waiting.state()).isEqualTo(RequestState.WAITING);
      assertThat(waiting.mailbox().role()).isEqualTo(MailboxRole.UNKNOWN);
      assertThat(waiting.terms().lasts()).isEqualTo(Duration.ZERO);
      assertThat(waiting.isAutomaticUnblock()).isFalse();
      assertThat(waiting.approvals()).isEqualTo(Approvals.NONE);
      assertThat(find(record, "confirmed").state()).isEqualTo(RequestState.CONFIRMED);
      assertThat(effect(record, "confirmed")).isEqualTo(Effect.NONE);
      assertThat(record.<Boolean>within(entry -> entry.cards().advise(waiting.card()))).isTrue();
    }
  }

  @Test
  void runsOnce() {
    had("a-block", "1", Action.BLOCK, RequestState.VERIFIED, 1);
    RecordOnDisk.at(place).close();
    before.useHandle(handle -> handle.execute("update requests set effect_over = 1"));

    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      assertThat(effect(record, "a-block").isInForce()).isFalse();
    }
  }

  /**
   * Writes a request as the previous version did.
   *
   * @param second when it was decided; 0 if it was not
   */
  private void had(String id, String account, Action action, RequestState state, int second) {
    long decided = second == 0 ? 0 : DECIDED + second * 1_000L;
    before.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into requests (id, card_id, row_number, action, zuid, account_id,
                      address, aliases, owner, prior_status, prior_read_at, asked_by_id,
                      asked_by_name, channel, asked_as, reason, asked_at, deadline, state,
                      decided_by_id, decided_by_name, decided_at, writes, note, progress_at)
                    select :id, 'card', count(*), :action, '1', :account, 'rebecca@zylker.com', '',
                      'Rebecca', 'ALLOWED', 1, 'U0ADA00001', 'Ada', 'C0MAILSEC1', '', 'phishing',
                      1, 2, :state, 'U0ADA00001', 'Ada', :decided, 1, '', :ended
                    from requests
                    """)
                .bind("id", id)
                .bind("action", action.recorded())
                .bind("account", account)
                .bind("state", state.recorded())
                .bind("decided", decided)
                .bind("ended", decided + 500)
                .execute());
  }

  private static Effect effect(RecordOnDisk record, String id) {
    return find(record, id).effect();
  }

  private static ChangeRequest find(RecordOnDisk record, String id) {
    return record.within(entry -> entry.requests().find(new RequestId(id)).orElseThrow());
  }
}
