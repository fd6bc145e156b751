package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;

/**
 * The calls of Zoho Mail's REST API that Mailbrake makes.
 *
 * <p>Answers are left raw, because what a status code means depends on the body's shape: see {@link
 * Answer}. No query parameter is sent, since undocumented ones are refused.
 */
@Headers({
  "Accept: application/json",
  "Accept-Language: en",
  "Authorization: Zoho-oauthtoken {token}"
})
interface MailApi {

  /** All accounts of the token's owner. Scope {@code ZohoMail.accounts.READ}. */
  @RequestLine("GET /api/accounts")
  Response ownAccounts(@Param("token") String token);

  /** One account of the token's owner. Scope {@code ZohoMail.accounts.READ}. */
  @RequestLine("GET /api/accounts/{accountId}")
  Response ownAccount(@Param("token") String token, @Param("accountId") String accountId);

  /**
   * One account of the organization by zuid ("Get a single user's details"). Scope {@code
   * ZohoMail.organization.accounts.READ}.
   */
  @RequestLine("GET /api/organization/{zoid}/accounts/{zuid}")
  Response account(
      @Param("token") String token, @Param("zoid") String zoid, @Param("zuid") String zuid);

  /**
   * The same by address, in two parts: Feign encodes each, and the documented sample has the
   * {@code @} between them as it is.
   */
  @RequestLine(
      value = "GET /api/organization/{zoid}/accounts/{local}@{domain}",
      decodeSlash = false)
  Response accountOf(
      @Param("token") String token,
      @Param("zoid") String zoid,
      @Param("local") String local,
      @Param("domain") String domain);

  /**
   * Changes the outgoing status ("Change Outgoing Status", admin authentication). The path takes
   * the accountId, the body the zuid. Scope {@code ZohoMail.organization.accounts.UPDATE}.
   */
  @RequestLine("PUT /api/organization/{zoid}/accounts/{accountId}")
  @Headers("Content-Type: application/json")
  Response updateAccount(
      @Param("token") String token,
      @Param("zoid") String zoid,
      @Param("accountId") String accountId,
      JsonNode body);

  /** The same by user authentication, without zuid. Scope {@code ZohoMail.accounts.UPDATE}. */
  @RequestLine("PUT /api/accounts/{accountId}")
  @Headers("Content-Type: application/json")
  Response updateOwnAccount(
      @Param("token") String token, @Param("accountId") String accountId, JsonNode body);
}
