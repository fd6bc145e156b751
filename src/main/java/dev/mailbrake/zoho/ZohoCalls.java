package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Urgency;
import feign.FeignException;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** One way out to the Mail API: a token, a place in the budget, then the call. Retries nothing. */
final class ZohoCalls {
  private final MinuteBudget budget;
  private final AccessTokens tokens;
  private final AnswerReader reader;

  ZohoCalls(MinuteBudget budget, AccessTokens tokens, AnswerReader reader) {
    this.budget = budget;
    this.tokens = tokens;
    this.reader = reader;
  }

  /**
   * Makes a call, and once more with a fresh token if Zoho refused the one it had.
   *
   * @param call given the access token
   * @return Zoho's answer, success or refusal
   * @throws ZohoTroubled if there was no answer
   */
  Answer call(Urgency urgency, Function<String, Response> call) throws ZohoTroubled {
    AccessToken token = tokens.current();
    Answer answer = send(urgency, token, call);
    if (!Refusal.isOfToken(answer)) {
      return answer;
    }
    tokens.drop(token);
    AccessToken other = tokens.current();
    return other.equals(token) ? answer : send(urgency, other, call);
  }

  private Answer send(Urgency urgency, AccessToken token, Function<String, Response> call)
      throws ZohoTroubled {
    Optional<Duration> wait = budget.take(urgency, patience(urgency));
    if (wait.isPresent()) {
      throw new ZohoTroubled(exhausted(wait.get()));
    }
    try {
      Answer answer = reader.read(call.apply(token.value().reveal()));
      if (Refusal.isThrottling(answer)) {
        Duration pause = budget.throttled(answer.retryAfter().orElse(Duration.ZERO));
        throw new ZohoTroubled(Refusal.trouble(answer).during(pause));
      }
      budget.flowing();
      return answer;
    } catch (FeignException | IOException broken) {
      throw new ZohoTroubled(NoAnswer.trouble("Zoho", broken));
    }
  }

  /** A job comes back by itself; a person's look-up waits for the next minute at most. */
  private static Duration patience(Urgency urgency) {
    return switch (urgency) {
      case CHANGE -> Duration.ofSeconds(5);
      case LOOKUP -> Duration.ofSeconds(75);
      case BACKGROUND -> Duration.ZERO;
    };
  }

  private static Trouble exhausted(Duration wait) {
    return Trouble.passing("The requests that Zoho takes in a minute are used up", wait);
  }
}
