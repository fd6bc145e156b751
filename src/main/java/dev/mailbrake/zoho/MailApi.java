package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.node.ObjectNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;

/**
 * The calls of Zoho Mail's REST API that Mailbrake makes. Each returns Zoho's answer, whatever its
 * status; none has a query parameter, because Zoho refuses those that are not documented.
 */
@Headers({
  "Accept: application/json",
  "Accept-Language: en",
  "Authorization: Zoho-oauthtoken {token}"
})
interface MailApi {

  /** Scope {@code ZohoMail.accounts.READ}. */
  @RequestLine("GET /api/accounts")
  Answer ownAccounts(@Param("token") String token);

  /** Scope {@code ZohoMail.accounts.READ}. */
  @RequestLine("GET /api/accounts/{accountId}")
  Answer ownAccount(@Param("token") String token, @Param("accountId") String accountId);

  /** "Get a single user's details". Scope {@code ZohoMail.organization.accounts.READ}. */
  @RequestLine("GET /api/organization/{zoid}/accounts/{zuid}")
  Answer account(
      @Param("token") String token, @Param("zoid") String zoid, @Param("zuid") String zuid);

  /** The same by address, in two parts: the documented sample does not encode the {@code @}. */
  @RequestLine(
      value = "GET /api/organization/{zoid}/accounts/{local}@{domain}",
      decodeSlash = false)
  Answer accountOf(
      @Param("token") String token,
      @Param("zoid") String zoid,
      @Param("local") String local,
      @Param("domain") String domain);

  /**
   * "Change Outgoing Status" by admin authentication: accountId in the path, zuid in the body.
   * Scope {@code ZohoMail.organization.accounts.UPDATE}.
   */
  @RequestLine("PUT /api/organization/{zoid}/accounts/{accountId}")
  @Headers("Content-Type: application/json")
  Answer updateAccount(
      @Param("token") String token,
      @Param("zoid") String zoid,
      @Param("accountId") String accountId,
      ObjectNode body);

  /** The same by user authentication, with no zuid. Scope {@code ZohoMail.accounts.UPDATE}. */
  @RequestLine("PUT /api/accounts/{accountId}")
  @Headers("Content-Type: application/json")
  Answer updateOwnAccount(
      @Param("token") String token, @Param("accountId") String accountId, ObjectNode body);
}
