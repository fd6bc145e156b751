package dev.mailbrake.zoho;

import feign.Headers;
import feign.RequestLine;
import feign.Response;

interface AccountsApi {

  /**
   * Trades a refresh token or a code for an access token. Ten in ten minutes are given for one
   * refresh token (Zoho, "Access token expiry"). The secrets go into the form body: a query would
   * end in logs, and Basic authentication is refused.
   */
  @RequestLine("POST /oauth/v2/token")
  @Headers({
    "Content-Type: application/x-www-form-urlencoded",
    "Accept: application/json",
    "Accept-Language: en"
  })
  Response token(TokenBody form);
}
