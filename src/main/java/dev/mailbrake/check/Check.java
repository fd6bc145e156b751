package dev.mailbrake.check;

import java.util.List;

@FunctionalInterface
public interface Check {

  /**
   * Changes nothing, and may be repeated. Returns at least one finding, in the order to fix them;
   * what cannot be checked is a finding too, never an exception.
   */
  List<Finding> look();
}
