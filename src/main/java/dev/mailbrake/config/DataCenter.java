package dev.mailbrake.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Zoho's data centers. Sources of their hosts: Zoho Mail "Getting started with API" and Zoho
 * Accounts "Multi DC"; only third parties name the United Kingdom's mail host. A token's {@code
 * api_domain} is never a mail host.
 */
public enum DataCenter {
  US("zoho.com"),
  EU("zoho.eu"),
  IN("zoho.in"),
  AU("zoho.com.au"),
  JP("zoho.jp"),
  CA("zohocloud.ca"),
  CN("zoho.com.cn"),
  SA("zoho.sa"),
  AE("zoho.ae"),
  UK("zoho.uk");

  private final String domain;

  DataCenter(String domain) {
    this.domain = domain;
  }

  public URI accounts() {
    return URI.create("https://accounts." + domain);
  }

  URI mail() {
    return URI.create("https://mail." + domain);
  }

  /**
   * The Zoho Mail Admin Console. Zoho's help names the host ("log in to mailadmin.zoho.com, go to
   * Users"), but no address of a page within it.
   */
  public URI adminConsole() {
    return URI.create("https://mailadmin." + domain);
  }

  /** Where people create OAuth clients and codes. */
  public URI console() {
    return URI.create("https://api-console." + domain);
  }

  /** The value of {@code ZOHO_DATA_CENTER}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DataCenter of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static Set<String> codes() {
    return Arrays.stream(values()).map(DataCenter::code).collect(Collectors.toSet());
  }
}
