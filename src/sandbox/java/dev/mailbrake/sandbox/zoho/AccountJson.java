package dev.mailbrake.sandbox.zoho;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Zoho's record of an account, with names and types as recorded: {@code accountId} is a string and
 * {@code zuid} a number.
 */
final class AccountJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String HEALTHY =
      """
      {"country": "us", "lastLogin": 1719997389714, "mxStatus": true, "activeSyncEnabled": false,
       "mobileNumber": "", "incomingBlocked": false, "language": "en", "type": "ZOHO_ACCOUNT",
       "extraStorage": {}, "mailboxStatus": "enabled", "popBlocked": false, "usedStorage": 143295,
       "spamcheckEnabled": true, "imapAccessEnabled": true, "timeZone": "America/Los_Angeles",
       "accountCreationTime": 1682488069407, "webBlocked": false, "planStorage": 100,
       "sequence": 1, "lastPasswordReset": -1, "tfaEnabled": false, "iamStatus": 1,
       "phoneNumer": "", "status": true, "gender": "NOT_SPECIFIED", "isLogoExist": true,
       "enabled": true, "mailboxCreationTime": 1682488070541, "lastClient": "WEB_ZM",
       "allowedStorage": 104857600, "sendMailDetails": [], "popFetchTime": -1, "address": {},
       "planType": 0, "userExpiry": -1, "popAccessEnabled": false, "imapBlocked": false,
       "smtpStatus": true, "extraEDiscoveryStorage": {}}
      """;

  private static final String ONLY_FOR_ADMINISTRATORS =
      """
      {"isCustomAdmin": false, "customFields": [], "basicStorage": "100",
       "ediscoveryStorage": {"iseDiscoveryStorageEnabled": false, "ediscoveryUsedStorage": 0,
                             "ediscoveryAllowedStorage": 0}}
      """;

  private static final String ONLY_FOR_THE_OWNER =
      """
      {"isDefaultAccount": true, "deliveryType": "LOCAL", "isDesignatedMailbox": false}
      """;

  private AccountJson() {}

  static ObjectNode forAdministrators(ZohoAccount account, long zoid) {
    return of(account, zoid, parsed(ONLY_FOR_ADMINISTRATORS));
  }

  static ObjectNode forOwner(ZohoAccount account, long zoid) {
    ObjectNode more = parsed(ONLY_FOR_THE_OWNER);
    more.put("URI", "https://mail.zoho.com/api/accounts/" + account.accountId());
    return of(account, zoid, more);
  }

  private static ObjectNode of(ZohoAccount account, long zoid, ObjectNode more) {
    ObjectNode json = parsed(HEALTHY);
    json.setAll(more);
    identify(json, account);
    json.put("outgoingBlocked", account.outgoingBlocked());
    json.putObject("policyId").put("zoid", zoid).put("1003505000081813009", "Business Policy");
    account.fields().forEach((name, value) -> json.set(name, MAPPER.valueToTree(value)));
    json.remove(account.missing());
    return json;
  }

  private static void identify(ObjectNode json, ZohoAccount account) {
    json.put("zuid", account.zuid()).put("accountId", account.accountId());
    json.put("firstName", account.firstName()).put("lastName", account.lastName());
    json.put("displayName", account.displayName());
    json.put("accountDisplayName", account.displayName()).put("accountName", "zylker");
    json.put("role", account.role().wire()).put("iamUserRole", account.role().wire());
    json.put("primaryEmailAddress", account.address()).put("mailboxAddress", account.address());
    json.put("incomingUserName", account.address());
    ArrayNode addresses = json.putArray("emailAddress");
    addAddress(addresses, account.address(), true);
    account.aliases().forEach(alias -> addAddress(addresses, alias, false));
  }

  private static void addAddress(ArrayNode addresses, String address, boolean primary) {
    addresses
        .addObject()
        .put("isAlias", !primary)
        .put("isPrimary", primary)
        .put("mailId", address)
        .put("isConfirmed", true);
  }

  /** The same JSON with every number and boolean as a string, as in Zoho's oldest samples. */
  static JsonNode quoted(JsonNode json) {
    if (json.isObject()) {
      ObjectNode object = MAPPER.createObjectNode();
      json.properties().forEach(field -> object.set(field.getKey(), quoted(field.getValue())));
      return object;
    }
    if (json.isArray()) {
      ArrayNode array = MAPPER.createArrayNode();
      json.forEach(item -> array.add(quoted(item)));
      return array;
    }
    return TextNode.valueOf(json.asText());
  }

  private static ObjectNode parsed(String template) {
    try {
      return (ObjectNode) MAPPER.readTree(template);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
