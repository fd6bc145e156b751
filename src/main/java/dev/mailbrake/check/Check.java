package dev.mailbrake.check;

import java.util.List;

@FunctionalInterface
public interface Check {

  /**
   * Looks, changing nothing; may be repeated. What cannot be looked at is a finding that does not
   * hold, never an exception.
   *
   * @return in the order in which they should be fixed, at least one
   */
  List<Finding> look();
}
