package dev.mailbrake.zoho;

import feign.FeignException;
import feign.Headers;
import feign.RequestLine;

/** Zoho's OAuth server in one data center. */
final class LoginServer {
  private final Api api;

  LoginServer(Api api) {
    this.api = api;
  }

  /** Trades a refresh token or a code for an access token, in one attempt. */
  GrantedToken grant(TokenBody body) throws ZohoException {
    return GrantedToken.read(body.grant(), send(body));
  }

  /** Returns Zoho's answer, whether it grants a token or not. One attempt. */
  Answer send(TokenBody body) throws ZohoException {
    try {
      return api.token(body);
    } catch (FeignException broken) {
      throw ZohoException.noAnswer("Zoho's login server", broken);
    }
  }

  interface Api {
    /**
     * Zoho gives at most ten tokens in ten minutes for one refresh token ("Access token expiry").
     * The secrets go into the body: a query would end up in logs, and Zoho refuses Basic
     * authentication.
     */
    @RequestLine("POST /oauth/v2/token")
    @Headers({
      "Content-Type: application/x-www-form-urlencoded",
      "Accept: application/json",
      "Accept-Language: en"
    })
    Answer token(TokenBody body);
  }
}
