package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import feign.FeignException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Calls the Mail API, each time with an access token and within the minute's budget. */
final class ZohoCalls {
  /** A person who waits does not notice it. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final MinuteBudget budget;
  private final AccessTokens tokens;

  ZohoCalls(MinuteBudget budget, AccessTokens tokens) {
    this.budget = budget;
    this.tokens = tokens;
  }

  @FunctionalInterface
  interface Call {
    /** Makes the call, once, or throws if it must not go out after all. */
    Answer with(String accessToken) throws ZohoException;
  }

  /**
   * Returns Zoho's answer, success or refusal. Tries twice if the connection breaks or Zoho is down
   * for a moment; both calls count in the budget.
   */
  Answer read(Urgency urgency, Call call) throws ZohoException {
    return authorized(token -> twice(urgency, token, call));
  }

  /** Sends a change, once: without an answer, nobody knows whether it took effect. */
  Answer change(Call call) throws ZohoException {
    return authorized(token -> once(Urgency.CHANGE, token, call));
  }

  /** Calls again with a fresh token if Zoho refuses this one. */
  private Answer authorized(Call call) throws ZohoException {
    AccessToken token = tokens.current();
    Answer answer = call.with(token.value().reveal());
    if (!Refusal.isOfToken(answer)) {
      return answer;
    }
    tokens.drop(token);
    AccessToken other = tokens.current();
    return other.equals(token) ? answer : call.with(other.value().reveal());
  }

  private Answer twice(Urgency urgency, String token, Call call) throws ZohoException {
    try {
      Answer first = send(urgency, token, call);
      Optional<Duration> pause = untilRepeat(first);
      if (pause.isEmpty()) {
        return first;
      }
      TimeUnit.MILLISECONDS.sleep(pause.get().toMillis());
    } catch (FeignException broken) {
      if (Thread.currentThread().isInterrupted()) {
        throw ZohoException.noAnswer("Zoho", broken);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return once(urgency, token, call);
  }

  private Answer once(Urgency urgency, String token, Call call) throws ZohoException {
    try {
      return send(urgency, token, call);
    } catch (FeignException broken) {
      throw ZohoException.noAnswer("Zoho", broken);
    }
  }

  private Answer send(Urgency urgency, String token, Call call) throws ZohoException {
    Optional<Duration> wait = budget.take(urgency, patience(urgency));
    if (wait.isPresent()) {
      throw new ZohoException(
          Failure.passing("Zoho's requests for this minute are used up", wait.get()));
    }
    Answer answer = call.with(token);
    if (Refusal.isThrottling(answer)) {
      Duration pause = budget.throttled(answer.retryAfter().orElse(Duration.ZERO));
      throw new ZohoException(Refusal.failure(answer).withPause(pause));
    }
    budget.answered();
    return answer;
  }

  /** How soon it is worth trying again; empty if it is not, or not while a person waits. */
  private static Optional<Duration> untilRepeat(Answer answer) {
    if (answer.isSuccess()) {
      return Optional.empty();
    }
    return answer
        .retryAfter()
        .or(() -> answer.status() == 503 ? Optional.of(Duration.ZERO) : Optional.empty())
        .filter(pause -> pause.compareTo(MOMENT) <= 0);
  }

  /** Background jobs retry anyway; a lookup may wait until the next minute begins. */
  private static Duration patience(Urgency urgency) {
    return switch (urgency) {
      case CHANGE -> Duration.ofSeconds(5);
      case LOOKUP -> Duration.ofSeconds(75);
      case BACKGROUND -> Duration.ZERO;
    };
  }
}
