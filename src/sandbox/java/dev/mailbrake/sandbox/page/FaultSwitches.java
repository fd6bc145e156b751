package dev.mailbrake.sandbox.page;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.util.List;
import java.util.Optional;

/** The faults that the page offers: those whose effect its user can see. */
record FaultSwitches(List<FaultSwitch> all) {

  static FaultSwitches of(FakeSlack slack, FakeZoho zoho) {
    return new FaultSwitches(
        List.of(
            new ZohoFaultSwitch(zoho, ZohoFault.DOWN, "Zoho is down"),
            new ZohoFaultSwitch(zoho, ZohoFault.SLOW, "Zoho is slow"),
            new ZohoFaultSwitch(zoho, ZohoFault.THROTTLED, "Zoho throttles"),
            new ZohoFaultSwitch(zoho, ZohoFault.LAGGING_READS, "Reads lag behind"),
            new ZohoFaultSwitch(zoho, ZohoFault.REFUSED_WRITES, "Changes refused"),
            new ZohoFaultSwitch(zoho, ZohoFault.SILENT_AFTER_WRITE, "Silent after a write"),
            new ZohoFaultSwitch(zoho, ZohoFault.HTML, "HTML, not JSON"),
            new ZohoFaultSwitch(zoho, ZohoFault.TOKENS_EXPIRED, "Expire the token"),
            new SlackFaultSwitch(slack, SlackFault.DOWN, "Slack is down"),
            new SlackFaultSwitch(slack, SlackFault.RATE_LIMITED, "Slack rate limit"),
            new SlackFaultSwitch(slack, SlackFault.SLOW, "Slack is slow")));
  }

  Optional<FaultSwitch> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
