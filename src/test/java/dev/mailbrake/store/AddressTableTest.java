package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.mailbox.MailAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AddressTableTest {
  private static final Instant NOW = RecordOnDisk.NOW;
  private static final String ADA = "U0ADA00001";
  private static final MailAddress FIRST = new MailAddress("ada@zylker.com");
  private static final MailAddress SECOND = new MailAddress("ada+slack@zylker.com");

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @Test
  void remembersEveryAddressAndTheLatest() {
    sees(ADA, FIRST, NOW);
    sees("U0GRACE001", new MailAddress("grace@zylker.com"), NOW);
    assertThat(addresses(ADA)).containsExactly(FIRST);

    sees(ADA, SECOND, NOW.plusSeconds(60));
    assertThat(addresses(ADA)).containsExactly(SECOND, FIRST);

    sees(ADA, FIRST, NOW.plusSeconds(120));
    assertThat(addresses(ADA)).containsExactly(FIRST, SECOND);
    assertThat(addresses("U0NILS0001")).isEmpty();
  }

  @Test
  void knowsTheLatestThoughAClockWasSetBack() {
    sees(ADA, FIRST, NOW);
    sees(ADA, SECOND, NOW.minusSeconds(3_600));

    assertThat(addresses(ADA)).containsExactly(SECOND, FIRST);
  }

  private void sees(String userId, MailAddress address, Instant at) {
    MailAddress unused =
        record.within(
            entry -> {
              entry.addresses().add(userId, address, at);
              return address;
            });
  }

  private List<MailAddress> addresses(String userId) {
    return record.within(entry -> entry.addresses().of(userId));
  }
}
