package dev.mailbrake.command;

/** A field of the form in which a change is asked for. */
public enum ModalField {
  PERSON,
  ADDRESS,
  DURATION,
  REASON
}
