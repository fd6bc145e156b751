package dev.mailbrake.zoho;

import dev.mailbrake.config.ZohoSettings;
import feign.FeignException;
import java.io.IOException;

/** A request for an access token, as often as it is made. */
final class TokenRequest implements TokenSource {
  private final AccountsApi api;
  private final AnswerReader reader;
  private final TokenForm form;

  TokenRequest(AccountsApi api, AnswerReader reader, TokenForm form) {
    this.api = api;
    this.reader = reader;
    this.form = form;
  }

  /** The refresh of the settings' own token. */
  static TokenRequest refresh(ZohoSettings settings, Wire wire) {
    return new TokenRequest(
        wire.accounts(settings.application().servers().accounts()),
        wire.reader(),
        TokenForm.refresh(settings.application().client(), settings.refreshToken()));
  }

  @Override
  public AccessToken fetch() throws ZohoTroubled {
    return GrantedToken.read(form.grant(), send()).access();
  }

  /**
   * Asks once.
   *
   * @throws ZohoTroubled if there was no answer
   */
  Answer send() throws ZohoTroubled {
    try {
      return reader.read(api.token(form));
    } catch (FeignException | IOException broken) {
      throw new ZohoTroubled(NoAnswer.trouble("Zoho's login server", broken));
    }
  }
}
