package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody reads while a command waits for Zoho. */
@Tag("sqlite")
class LookingUpTest {
  @Test
  void saysNothingBeforeAQuickAnswer() {
    try (Workplace work = Workplace.open()) {
      assertThat(work.ada.types("/mail-block " + REBECCA + " phishing").body()).isEmpty();
      work.card(REBECCA);
      work.rests();

      assertThat(work.ada.privateMessages()).isEmpty();
    }
  }

  @Test
  void saysThatItIsLookingIfZohoIsSlow() {
    try (Workplace work = Workplace.open()) {
      work.zoho.settings().delay(Duration.ofSeconds(4));
      work.zoho.inject(ZohoFault.SLOW);
      work.ada.types("/mail-block " + REBECCA + " phishing");

      work.ada.reads("Looking it up…");
      assertThat(work.cards()).isEmpty();
    }
  }

  @Test
  void saysWhyALookupWaitsForAThrottledZoho() {
    try (Workplace work = Workplace.open()) {
      work.zoho.inject(ZohoFault.THROTTLED);
      work.ada.types("/mail-status " + REBECCA);
      work.ada.reads(REBECCA);
      List<SlackMessage> before = work.ada.privateMessages();
      work.zoho.clearFaults();

      work.ada.types("/mail-block " + REBECCA + " phishing");
      work.ada.reads("Zoho is rate-limiting Mailbrake; ", "within a minute");
      assertThat(work.ada.privateMessages()).hasSize(before.size() + 1);
      work.clock.passes(Duration.ofMinutes(1));
      work.card(REBECCA);
    }
  }
}
