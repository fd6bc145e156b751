package dev.mailbrake.check;

import java.util.List;

/** Some looks at one part of the set-up. */
@FunctionalInterface
public interface Check {

  /**
   * Looks, changing nothing; may be repeated. What cannot be looked at is a finding that does not
   * hold, never an exception.
   *
   * @return in the order in which they should be mended, at least one
   */
  List<Finding> look();
}
