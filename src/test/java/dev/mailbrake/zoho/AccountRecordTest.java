package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRecordTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MailAddress REBECCA = new MailAddress("rebecca@zylker.com");
  private static final MailAddress SALES = new MailAddress("sales@zylker.com");

  private static final String NATIVE =
      """
      {"zuid": 9007199254740993, "accountId": "2560636000000008002", "type": "ZOHO_ACCOUNT",
       "outgoingBlocked": true, "primaryEmailAddress": "Rebecca@Zylker.com",
       "emailAddress": [
         {"isAlias": false, "isPrimary": true, "mailId": "rebecca@zylker.com"},
         {"isAlias": true, "isPrimary": false, "mailId": "Sales@zylker.com"}],
       "displayName": "Rebecca Anderson",
       "policyId": {"zoid": 76006415, "1082700000000623001": "Zoho Mail Policy"}}\
      """;

  private static final String QUOTED =
      """
      {"zuid": "9007199254740993", "accountId": "2560636000000008002", "type": "ZOHO_ACCOUNT",
       "outgoingBlocked": "true", "primaryEmailAddress": "rebecca@zylker.com",
       "emailAddress": [
         {"isAlias": "false", "isPrimary": "true", "mailId": "rebecca@zylker.com"},
         {"isAlias": "true", "isPrimary": "false", "mailId": "sales@zylker.com"}],
       "displayName": "Rebecca Anderson", "policyId": {"zoid": "76006415"}}\
      """;

  @ParameterizedTest
  @ValueSource(strings = {NATIVE, QUOTED})
  void readsNativeAndQuotedValuesAlike(String json) {
    AccountRecord account = account(json);

    assertThat(account.id())
        .as("both ids digit by digit: a double would round them")
        .contains(new MailboxId("9007199254740993", "2560636000000008002"));
    assertThat(account.outgoing()).isEqualTo(OutgoingStatus.BLOCKED);
    assertThat(account.primary()).contains(REBECCA);
    assertThat(account.addresses()).containsExactlyInAnyOrder(REBECCA, SALES);
    assertThat(account.owner()).isEqualTo("Rebecca Anderson");
    assertThat(account.zoid()).isEqualTo("76006415");
    assertThat(account.isZohoAccount()).isTrue();
  }

  @Test
  void readsAnAccountIdThatIsAnUnquotedNumberWithoutRounding() {
    AccountRecord account = account("{\"zuid\": 841001, \"accountId\": 2560636000000008003}");

    assertThat(account.id()).contains(new MailboxId("841001", "2560636000000008003"));
  }

  @Test
  void isUnknownIfEveryFieldIsMissing() {
    AccountRecord account = account("{\"country\": \"ke\"}");

    assertThat(account.id()).isEmpty();
    assertThat(account.outgoing()).isEqualTo(OutgoingStatus.UNKNOWN);
    assertThat(account.primary()).isEmpty();
    assertThat(account.addresses()).isEmpty();
    assertThat(account.owner()).isEmpty();
    assertThat(account.zoid()).isEmpty();
  }

  @Test
  void isUnknownIfEveryFieldIsNullOrOfAnotherType() {
    AccountRecord account =
        account(
            """
            {"zuid": null, "accountId": {}, "outgoingBlocked": null, "displayName": null,
             "primaryEmailAddress": [], "emailAddress": "none", "policyId": "none",
             "firstName": null, "lastName": null, "type": null}\
            """);

    assertThat(account.id()).isEmpty();
    assertThat(account.outgoing()).isEqualTo(OutgoingStatus.UNKNOWN);
    assertThat(account.addresses()).isEmpty();
    assertThat(account.owner()).isEmpty();
    assertThat(account.zoid()).isEmpty();
    assertThat(account.isZohoAccount()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "true, BLOCKED",
    "false, CAN_SEND",
    "'\"TRUE\"', UNKNOWN",
    "1, UNKNOWN",
    "{}, UNKNOWN"
  })
  void readsTheStatusOrSaysThatItIsUnknown(String json, OutgoingStatus status) {
    assertThat(account("{\"outgoingBlocked\": " + json + "}").outgoing()).isEqualTo(status);
  }

  @Test
  void doesNotTakeStatusFalseForBlocked() {
    AccountRecord account = account("{\"status\": false, \"outgoingBlocked\": false}");

    assertThat(account.outgoing()).isEqualTo(OutgoingStatus.CAN_SEND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"emailAddress\": [{\"isPrimary\": true, \"mailId\": \"rebecca@zylker.com\"}]}",
        "{\"emailAddress\": [{\"isPrimary\": \"true\", \"mailId\": \"rebecca@zylker.com\"}]}",
        "{\"mailboxAddress\": \"rebecca@zylker.com\"}",
        "{\"incomingUserName\": \"rebecca@zylker.com\"}",
        "{\"primaryEmailAddress\": \"?\", \"mailboxAddress\": \"rebecca@zylker.com\"}"
      })
  void findsThePrimaryAddressInAnyField(String json) {
    assertThat(account(json).primary()).contains(REBECCA);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"displayName\": \" \", \"firstName\": \"Rebecca\", \"lastName\": \"A\"}', Rebecca A",
    "'{\"firstName\": \"Rebecca\"}', Rebecca",
    "'{\"lastName\": \"Anderson\"}', Anderson",
    "'{\"accountDisplayName\": \"user\"}', user"
  })
  void takesTheOwnersNameFromTheFirstFieldThatHasOne(String json, String owner) {
    assertThat(account(json).owner()).isEqualTo(owner);
  }

  @Test
  void returnsMinusOneForTheOrganizationOfAPersonalMailbox() {
    assertThat(account("{\"policyId\": {\"zoid\": -1, \"1082\": \"Policy\"}}").zoid())
        .isEqualTo("-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          {"role": "member"}                              => MEMBER
          {"role": "Member"}                              => MEMBER
          {"role": " user "}                              => MEMBER
          {"role": "admin"}                               => ADMINISTRATOR
          {"role": "super_admin"}                         => ADMINISTRATOR
          {"role": "somebody_new"}                        => ADMINISTRATOR
          {"role": "", "roleName": "member"}              => MEMBER
          {"role": null, "roleName": "admin"}             => ADMINISTRATOR
          {"roleName": "", "iamUserRole": "member"}       => MEMBER
          {"iamUserRole": "super_admin"}                  => ADMINISTRATOR
          {"role": "member", "iamUserRole": "admin"}      => MEMBER
          {"role": "member", "isCustomAdmin": true}       => ADMINISTRATOR
          {"role": "member", "isCustomAdmin": "true"}     => ADMINISTRATOR
          {"isCustomAdmin": "True"}                       => ADMINISTRATOR
          {"role": "member", "isCustomAdmin": false}      => MEMBER
          {"role": "member", "isCustomAdmin": "false"}    => MEMBER
          {"role": "member", "isCustomAdmin": null}       => MEMBER
          {"role": 7}                                     => ADMINISTRATOR
          {"role": {"name": "member"}}                    => UNKNOWN
          {"role": []}                                    => UNKNOWN
          {"isCustomAdmin": false}                        => UNKNOWN
          {}                                              => UNKNOWN
          """)
  void readsTheRoleOrSaysThatItIsUnknown(String json, MailboxRole role) {
    assertThat(account(json).role()).isEqualTo(role);
  }

  @Test
  void distinguishesAnExternalAccountFromTheMailboxItself() {
    assertThat(account("{\"type\": \"IMAP_ACCOUNT\"}").isZohoAccount()).isFalse();
    assertThat(account("{\"zuid\": 1}").isZohoAccount()).isTrue();
  }

  @Test
  void findsAccountsInAnObjectAnArrayAndInNothing() {
    assertThat(AccountRecord.in(json("{\"zuid\": 1}"))).hasSize(1);
    assertThat(AccountRecord.in(json("[{\"zuid\": 1}, 2, {}, {\"zuid\": 3}]"))).hasSize(2);
    assertThat(AccountRecord.in(json("{}"))).isEmpty();
    assertThat(AccountRecord.in(json("[]"))).isEmpty();
    assertThat(AccountRecord.in(json("null"))).isEmpty();
    assertThat(AccountRecord.in(MissingNode.getInstance())).isEmpty();
  }

  private static AccountRecord account(String json) {
    return new AccountRecord(json(json));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
