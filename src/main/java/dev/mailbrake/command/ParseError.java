package dev.mailbrake.command;

/** What is wrong with something typed, in one or two sentences. Never leaves this package. */
final class ParseError extends RuntimeException {
  private static final long serialVersionUID = 1;

  ParseError(String sentence) {
    super(sentence, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
