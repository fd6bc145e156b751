package dev.mailbrake.zoho;

import feign.FeignException;
import feign.Response;
import java.io.IOException;

/**
 * The reads that show whose an access token is. They go straight to Zoho, past the minute's budget,
 * which is kept in a database that may be the very thing that is away.
 */
final class OwnerReads {
  private final MailApi api;
  private final AnswerReader reader;

  OwnerReads(MailApi api, AnswerReader reader) {
    this.api = api;
    this.reader = reader;
  }

  /**
   * The owner's accounts.
   *
   * @throws ZohoException if there was no answer
   */
  Answer ownAccounts(AccessToken token) throws ZohoException {
    return read(() -> api.ownAccounts(token.value().reveal()));
  }

  /**
   * An account as its organization's administrator sees it.
   *
   * @throws ZohoException if there was no answer
   */
  Answer inOrganization(AccessToken token, String zoid, String zuid) throws ZohoException {
    return read(() -> api.account(token.value().reveal(), zoid, zuid));
  }

  private Answer read(Call call) throws ZohoException {
    try {
      return reader.read(call.send());
    } catch (FeignException | IOException broken) {
      throw new ZohoException(NoAnswer.failure("Zoho", broken));
    }
  }

  /** One call of the Mail API. */
  @FunctionalInterface
  private interface Call {
    Response send();
  }
}
