package dev.mailbrake.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Replies;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final int THREADS = 8;
  private static final String RESTARTED =
      "Nothing was done: Mailbrake is being restarted. Please try again soon.";

  private final Replies replies = mock(Replies.class);
  private final Workers workers = new Workers(replies);
  private final CountDownLatch interrupted = new CountDownLatch(2 * THREADS);

  @Test
  void closesAllThreadsAndAnswersTheOthersThoughOneAnswerFails() throws Exception {
    when(replies.send(any()))
        .thenThrow(new IllegalStateException("a bug"))
        .thenReturn(Delivery.done());
    occupy(workers::command);
    occupy(workers::modal);
    workers.command(by("ada"), wait -> {});
    workers.command(by("grace"), wait -> {});
    workers.modal(by("nils"), wait -> {});

    Thread.currentThread().interrupt(); // Otherwise it gives them six seconds.
    workers.close();

    assertThat(Thread.interrupted()).isTrue();
    verify(replies).send(PrivateMessage.to(by("ada").from(), RESTARTED));
    verify(replies).send(PrivateMessage.to(by("grace").from(), RESTARTED));
    verify(replies).send(PrivateMessage.to(by("nils").from(), RESTARTED));
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(workers.click(by("ada"), late -> {})).isFalse();
  }

  @Test
  void tellsWhoeverWaitsLongerThanTheyShouldWhatTheyWaitFor() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    when(replies.send(any()))
        .thenAnswer(
            call -> {
              told.countDown();
              return Delivery.done();
            });
    try (Workers impatient = new Workers(replies, Duration.ZERO)) {
      impatient.command(by("ada"), () -> "Looking it up…", work -> waitFor(told));
      waitFor(told);
    }

    verify(replies).send(PrivateMessage.to(by("ada").from(), "Looking it up…"));
  }

  @Test
  void saysNothingToWhoeverIsAnsweredAtOnce() {
    CountDownLatch done = new CountDownLatch(1);
    workers.command(by("ada"), () -> "Looking it up…", work -> done.countDown());
    waitFor(done);
    workers.close();

    verifyNoInteractions(replies);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void occupy(BiPredicate<Interaction, Consumer<Interaction>> pool) throws Exception {
    CountDownLatch began = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      assertThat(pool.test(by("busy"), work -> waitToBeInterrupted(began))).isTrue();
    }
    assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private void waitToBeInterrupted(CountDownLatch began) {
    began.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      interrupted.countDown();
    }
  }

  private static Interaction by(String person) {
    return new Interaction("", Recipient.in("C1", new PersonName(person, person)));
  }
}
