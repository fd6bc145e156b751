package dev.mailbrake.zoho;

import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import dev.mailbrake.zoho.AccessTokens.TokenSource;
import feign.FeignException;
import java.io.IOException;

/** A request for an access token, as often as it is made. */
final class TokenRequest implements TokenSource {
  private final AccountsApi api;
  private final AnswerReader reader;
  private final TokenBody form;

  TokenRequest(AccountsApi api, AnswerReader reader, TokenBody form) {
    this.api = api;
    this.reader = reader;
    this.form = form;
  }

  /** The refresh of the settings' own token. */
  static TokenRequest refresh(ZohoSettings settings, ZohoHttp wire) {
    return new TokenRequest(
        wire.accounts(settings.application().servers().accounts()),
        wire.reader(),
        TokenBody.refresh(settings.application().client(), settings.refreshToken()));
  }

  @Override
  public AccessToken fetch() throws ZohoException {
    return GrantedToken.read(form.grant(), send()).access();
  }

  /**
   * Asks once.
   *
   * @throws ZohoException if there was no answer
   */
  Answer send() throws ZohoException {
    try {
      return reader.read(api.token(form));
    } catch (FeignException | IOException broken) {
      throw new ZohoException(NoAnswer.failure("Zoho's login server", broken));
    }
  }
}
