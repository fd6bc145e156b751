package dev.mailbrake.check;

import java.util.List;

@FunctionalInterface
public interface Check {

  /**
   * Changes nothing, and may be repeated. What cannot be checked is a finding that does not hold,
   * never an exception.
   *
   * @return at least one, in the order in which they should be fixed
   */
  List<Finding> look();
}
