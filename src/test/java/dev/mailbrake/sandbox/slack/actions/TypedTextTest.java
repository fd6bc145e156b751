package dev.mailbrake.sandbox.slack.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.StateLock;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "r@zylker.com phishing => <mailto:r@zylker.com|r@zylker.com> phishing",
        "@ada for 4h => <@U0ADA00001|ada> for 4h",
        "@nobody => @nobody",
        "@ada. => <@U0ADA00001|ada>.",
        "see #random => see <#C0RANDOM01|random>",
        "https://x.example/?a=1&b=2 => <https://x.example/?a=1&amp;b=2>",
        "<@U0ADA00001> & <!channel> => &lt;@U0ADA00001&gt; &amp; &lt;!channel&gt;",
        "@here => <!here>",
      })
  void escapesWhatWasTyped(String typed, String sent) {
    FakeWorkspace workspace = new FakeWorkspace(new StateLock());
    SampleWorkspace.fill(workspace);
    assertThat(new TypedText(workspace).escaped(typed)).isEqualTo(sent);
  }
}
