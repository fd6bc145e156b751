package dev.mailbrake.sandbox.page;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.util.Locale;

record SlackFaultSwitch(FakeSlack slack, SlackFault fault, String label) implements FaultSwitch {

  @Override
  public String id() {
    return "slack-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean isOn() {
    return slack.faults().active().stream().anyMatch(active -> active.fault() == fault);
  }

  @Override
  public void turn(boolean on) {
    slack.faults().end(fault);
    if (on) {
      slack.faults().begin(fault);
    }
  }

  @Override
  public boolean stays() {
    return true;
  }
}
