package dev.mailbrake.zoho;

/** Where a fresh access token comes from. */
@FunctionalInterface
interface TokenSource {

  /**
   * Asks for a token, once.
   *
   * @throws ZohoException if none was given
   */
  AccessToken fetch() throws ZohoException;
}
