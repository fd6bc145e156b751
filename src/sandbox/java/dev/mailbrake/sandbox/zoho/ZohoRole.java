package dev.mailbrake.sandbox.zoho;

import java.util.Locale;

public enum ZohoRole {
  MEMBER,
  ADMIN,
  SUPER_ADMIN;

  /** The role as Zoho writes it, such as {@code super_admin}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean administers() {
    return this != MEMBER;
  }
}
