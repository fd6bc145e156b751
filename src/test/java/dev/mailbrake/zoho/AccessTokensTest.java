package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mailbrake.config.Secret;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class AccessTokensTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final MovableClock clock = new MovableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private Duration life = HOUR;
  private Optional<Failure> failure = Optional.empty();
  private final AccessTokens tokens = new AccessTokens(this::fetch, clock);

  private AccessToken fetch() throws ZohoException {
    int number = asked.incrementAndGet();
    if (failure.isPresent()) {
      throw new ZohoException(failure.get());
    }
    return new AccessToken(new Secret("token-" + number), life);
  }

  @ParameterizedTest
  @CsvSource({"3600, 3480", "600, 480", "240, 120", "60, 30", "1, 0"})
  void usesATokenUntilShortlyBeforeItExpires(long lifeSeconds, long useSeconds) throws Exception {
    life = Duration.ofSeconds(lifeSeconds);
    AccessToken first = tokens.current();

    clock.passes(Duration.ofSeconds(useSeconds).minusMillis(useSeconds == 0 ? 0 : 1));
    assertThat(tokens.current()).isEqualTo(first);

    clock.passes(Duration.ofMillis(501));
    assertThat(tokens.current()).isNotEqualTo(first);
    assertThat(asked).hasValue(2);
  }

  @Test
  void fetchesOneTokenForFiftyConcurrentCallers() throws Exception {
    List<AccessToken> got = together(50, tokens::current);

    assertThat(got).hasSize(50).containsOnly(got.get(0));
    assertThat(asked).hasValue(1);
  }

  @Test
  void fetchesAFewTokensInTenMinutesHoweverOftenTheyAreRefused() throws Exception {
    for (int i = 0; i < 20; i++) {
      tokens.drop(tokens.current());
    }
    assertThat(tokens.current().value().reveal()).isEqualTo("token-5");

    clock.passes(Duration.ofMinutes(10));
    tokens.drop(tokens.current());
    assertThat(tokens.current().value().reveal()).isEqualTo("token-6");
  }

  @Test
  void ignoresRefusalsDatedInTheFutureByAWrongClock() throws Exception {
    for (int i = 0; i < 20; i++) {
      tokens.drop(tokens.current());
    }
    clock.passes(HOUR.negated());

    tokens.drop(tokens.current());
    assertThat(tokens.current().value().reveal()).isEqualTo("token-6");
  }

  @Test
  void fetchesOneTokenForFiftyCallersRefusedAtTheSameTime() throws Exception {
    AccessToken refused = tokens.current();

    List<AccessToken> got =
        together(
            50,
            () -> {
              tokens.drop(refused);
              return tokens.current();
            });

    assertThat(got).containsOnly(got.get(0)).doesNotContain(refused);
    assertThat(asked).hasValue(2);
  }

  @Test
  void keepsANewerTokenWhenAnOldOneIsDropped() throws Exception {
    AccessToken old = tokens.current();
    tokens.drop(old);
    AccessToken newer = tokens.current();

    tokens.drop(old);

    assertThat(tokens.current()).isEqualTo(newer);
    assertThat(asked).hasValue(2);
  }

  @Test
  void pausesForAGrowingTimeAfterFailures() {
    fails(Duration.ZERO);
    for (long seconds : new long[] {5, 10, 20, 40, 80, 160, 320, 600, 600}) {
      assertThat(refusal().kind()).isEqualTo(Kind.REFUSED);
      int sofar = asked.get();

      clock.passes(Duration.ofSeconds(seconds).minusMillis(1));
      Failure still = refusal();
      assertThat(asked).as("not asked again before " + seconds + " s").hasValue(sofar);
      assertThat(still.pause()).isEqualTo(Duration.ofMillis(1));
      assertThat(still.reason()).isEqualTo("no such client");

      clock.passes(Duration.ofMillis(1));
    }
  }

  @Test
  void pausesAsLongAsZohoAsksIfThatIsLonger() {
    fails(Duration.ofMinutes(10));

    assertThat(refusal().pause()).isEqualTo(Duration.ofMinutes(10));
    clock.passes(Duration.ofMinutes(9));
    refusal();

    assertThat(asked).hasValue(1);
  }

  @Test
  void asksOnceForFiftyCallersWhoAreAllRefused() throws Exception {
    fails(Duration.ZERO);

    List<Failure> told = together(50, this::refusal);

    assertThat(told).hasSize(50).containsOnly(told.get(0));
    assertThat(asked).hasValue(1);
  }

  @Test
  void startsWithTheShortestPauseAgainAfterASuccess() throws Exception {
    fails(Duration.ZERO);
    refusal();
    clock.passes(Duration.ofSeconds(5));
    failure = Optional.empty();
    tokens.current();

    clock.passes(HOUR);
    fails(Duration.ZERO);

    assertThat(refusal().pause()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void pausesNoLongerThanMeantIfTheClockIsSetBack() throws Exception {
    fails(Duration.ZERO);
    refusal();
    clock.passes(Duration.ofHours(-1));
    failure = Optional.empty();

    clock.passes(Duration.ofMinutes(10));

    assertThat(tokens.current().value().reveal()).isEqualTo("token-2");
  }

  @Test
  void doesNotPrintTheToken() throws Exception {
    assertThat(tokens.current()).asString().doesNotContain("token-1").contains("***");
  }

  private void fails(Duration pause) {
    failure = Optional.of(new Failure(Kind.REFUSED, "no such client", "Check it.", pause));
  }

  private Failure refusal() {
    return catchThrowableOfType(ZohoException.class, tokens::current).failure();
  }

  private static <T> List<T> together(int threads, Callable<T> act) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Future<T>> started = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      started.add(
          pool.submit(
              () -> {
                start.await();
                return act.call();
              }));
    }
    pool.shutdown();
    List<T> results = new ArrayList<>();
    for (Future<T> each : started) {
      results.add(each.get());
    }
    return results;
  }
}
