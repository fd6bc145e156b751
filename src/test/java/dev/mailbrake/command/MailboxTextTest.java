package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.MailAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a text names, such as a reason or a message in Slack. */
class MailboxTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          sends phishing                                       => []
          ''                                                   => []
          told by r@z.co.                                      => [r@z.co]
          From: Rebecca <R@z.co>, to p@z.co/t@z.co             => [r@z.co, p@z.co, t@z.co]
          by 'r@z.co' and `p@z.co`                                => [r@z.co, p@z.co]
          user=r@z.co                                          => [r@z.co]
          see <mailto:r@z.co|r@z.co>&lt;p@z.co&gt;             => [r@z.co, p@z.co]
          <mailto:r@z.co?subject=x|Rebecca>                    => [r@z.co]
          r&amp;d@z.co                                         => [r&d@z.co]
          r@z.co R@Z.CO r\u200b@z.co r＠z．co                    => [r@z.co]
          info@müller.example                                  => [info@xn--mller-kva.example]
          a@b@z.co, @ada, r@z, @, ''@, ==@z.co, <@U012AB3CD>    => []
          """)
  void findsEachAddressOnce(String text, String addresses) {
    assertThat(MailboxText.addressesIn(text)).hasToString(addresses);
  }

  @ParameterizedTest
  @ValueSource(strings = {"told by r@z.co", "not @paula", "(@paula)", "<@U012AB3CD>"})
  void noticesAReasonThatNamesAMailbox(String reason) {
    assertThat(MailboxText.namesAMailbox(reason)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sends phishing", "3 @ 4", "a@b", "@"})
  void noticesAReasonThatNamesNone(String reason) {
    assertThat(MailboxText.namesAMailbox(reason)).isFalse();
  }

  @Property
  void readsAnyText(@ForAll String text) {
    assertThat(MailboxText.addressesIn(text + " r@z.co")).contains(new MailAddress("r@z.co"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x@", "@", ".", "a.", "x@y", "'", "\u200b", "<", "&amp;", "@\u200b"})
  void answersAtOnceHoweverLongTheText(String repeated) {
    String text = repeated.repeat((1 << 20) / repeated.length());
    assertThat(MailboxText.addressesIn(text)).isEmpty();
    assertThat(MailboxText.addressesIn(text + " r@z.co")).hasSize(1);
  }

  @Test
  void findsManyAddresses() {
    assertThat(MailboxText.addressesIn("r@z.co ".repeat(100_000) + "p@z.co")).hasSize(2);
  }
}
