package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import feign.FeignException;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One way out to the Mail API: a token, a place in the budget, then the call. */
final class ZohoCalls {
  /** What a person who waits does not notice. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final MinuteBudget budget;
  private final AccessTokens tokens;
  private final AnswerReader reader;

  ZohoCalls(MinuteBudget budget, AccessTokens tokens, AnswerReader reader) {
    this.budget = budget;
    this.tokens = tokens;
    this.reader = reader;
  }

  /**
   * Asks for something, which changes nothing: once more where the connection broke off, or where
   * Zoho is away for a moment. Each call counts.
   *
   * @param call given the access token
   * @return Zoho's answer, success or refusal
   * @throws ZohoException if there was no answer
   */
  Answer read(Urgency urgency, Function<String, Response> call) throws ZohoException {
    return authorized(token -> twice(urgency, token, call));
  }

  /**
   * Sends a change: once, since whoever does not hear the answer does not know what came of it.
   *
   * @param call given the access token
   * @return Zoho's answer, success or refusal
   * @throws ZohoException if there was no answer
   */
  Answer change(Function<String, Response> call) throws ZohoException {
    return authorized(token -> once(Urgency.CHANGE, token, call));
  }

  /** Goes out once more with a fresh token if Zoho refused the one there was. */
  private Answer authorized(Sending sending) throws ZohoException {
    AccessToken token = tokens.current();
    Answer answer = sending.with(token);
    if (!Refusal.isOfToken(answer)) {
      return answer;
    }
    tokens.drop(token);
    AccessToken other = tokens.current();
    return other.equals(token) ? answer : sending.with(other);
  }

  private Answer twice(Urgency urgency, AccessToken token, Function<String, Response> call)
      throws ZohoException {
    try {
      Answer first = send(urgency, token, call);
      Optional<Duration> pause = untilRepeat(first);
      if (pause.isEmpty()) {
        return first;
      }
      TimeUnit.MILLISECONDS.sleep(pause.get().toMillis());
    } catch (FeignException | IOException broken) {
      if (Thread.currentThread().isInterrupted()) {
        throw new ZohoException(NoAnswer.failure("Zoho", broken));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return once(urgency, token, call);
  }

  private Answer once(Urgency urgency, AccessToken token, Function<String, Response> call)
      throws ZohoException {
    try {
      return send(urgency, token, call);
    } catch (FeignException | IOException broken) {
      throw new ZohoException(NoAnswer.failure("Zoho", broken));
    }
  }

  private Answer send(Urgency urgency, AccessToken token, Function<String, Response> call)
      throws ZohoException, IOException {
    Optional<Duration> wait = budget.take(urgency, patience(urgency));
    if (wait.isPresent()) {
      throw new ZohoException(exhausted(wait.get()));
    }
    Answer answer = reader.read(call.apply(token.value().reveal()));
    if (Refusal.isThrottling(answer)) {
      Duration pause = budget.throttled(answer.retryAfter().orElse(Duration.ZERO));
      throw new ZohoException(Refusal.failure(answer).during(pause));
    }
    budget.flowing();
    return answer;
  }

  /** How soon an answer is worth another try; empty if it is not, or not while a person waits. */
  private static Optional<Duration> untilRepeat(Answer answer) {
    if (answer.isSuccess()) {
      return Optional.empty();
    }
    return answer
        .retryAfter()
        .or(() -> answer.status() == 503 ? Optional.of(Duration.ZERO) : Optional.empty())
        .filter(pause -> pause.compareTo(MOMENT) <= 0);
  }

  /** A job comes back on its own; a person's look-up waits for the next minute at most. */
  private static Duration patience(Urgency urgency) {
    return switch (urgency) {
      case CHANGE -> Duration.ofSeconds(5);
      case LOOKUP -> Duration.ofSeconds(75);
      case BACKGROUND -> Duration.ZERO;
    };
  }

  private static Failure exhausted(Duration wait) {
    return Failure.passing("The requests that Zoho takes in a minute are used up", wait);
  }

  @FunctionalInterface
  private interface Sending {
    Answer with(AccessToken token) throws ZohoException;
  }
}
