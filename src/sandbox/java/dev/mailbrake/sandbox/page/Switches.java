package dev.mailbrake.sandbox.page;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.util.List;
import java.util.Optional;

/** The faults that the page offers: those that somebody in front of it can see the effect of. */
record Switches(List<Switch> all) {

  static Switches of(FakeSlack slack, FakeZoho zoho) {
    return new Switches(
        List.of(
            new ZohoSwitch(zoho, ZohoFault.DOWN, "Zoho is down"),
            new ZohoSwitch(zoho, ZohoFault.SLOW, "Zoho is slow"),
            new ZohoSwitch(zoho, ZohoFault.THROTTLED, "Zoho throttles"),
            new ZohoSwitch(zoho, ZohoFault.LAGGING_READS, "Reads lag behind"),
            new ZohoSwitch(zoho, ZohoFault.REFUSED_WRITES, "Changes refused"),
            new ZohoSwitch(zoho, ZohoFault.SILENT_AFTER_WRITE, "Silent after a write"),
            new ZohoSwitch(zoho, ZohoFault.HTML, "HTML, not JSON"),
            new ZohoSwitch(zoho, ZohoFault.TOKENS_EXPIRED, "Expire the token"),
            new SlackSwitch(slack, SlackFault.DOWN, "Slack is down"),
            new SlackSwitch(slack, SlackFault.RATE_LIMITED, "Slack rate limit"),
            new SlackSwitch(slack, SlackFault.SLOW, "Slack is slow")));
  }

  Optional<Switch> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
