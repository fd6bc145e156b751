package dev.mailbrake.command;

/** A field of the form in which a change is asked for. */
public enum FormField {
  PERSON,
  ADDRESS,
  DURATION,
  REASON
}
