package dev.mailbrake.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Zoho's data centers and their hosts.
 *
 * <p>Sources: Zoho Mail "Getting started with API" and Zoho Accounts "Multi DC"; the mail host of
 * the United Kingdom is named by third parties only, and {@code api_domain} of a token is never
 * one.
 */
enum DataCenter {
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

  URI accounts() {
    return URI.create("https://accounts." + domain);
  }

  URI mail() {
    return URI.create("https://mail." + domain);
  }

  static DataCenter of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static Set<String> codes() {
    return Arrays.stream(values())
        .map(center -> center.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
