package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How the values of "Change Outgoing Status" are written. Its page types zuid as long and
 * outgoingBlocked as boolean, while each of its samples quotes both; which form the server takes is
 * proven nowhere.
 */
enum StatusBody {
  /** As in the documented samples. */
  QUOTED {
    @Override
    void write(ObjectNode body, Optional<String> zuid, boolean blocked) {
      zuid.ifPresent(id -> body.put("zuid", id));
      body.put("mode", MODE).put("outgoingBlocked", Boolean.toString(blocked));
    }
  },
  /** As in the documented types. */
  NATIVE {
    @Override
    void write(ObjectNode body, Optional<String> zuid, boolean blocked) {
      zuid.ifPresent(id -> body.put("zuid", new BigInteger(id)));
      body.put("mode", MODE).put("outgoingBlocked", blocked);
    }
  };

  private static final String MODE = "updateOutgoingStatus";

  /**
   * The body.
   *
   * @param zuid the user; empty for user authentication, which takes none
   */
  ObjectNode body(Optional<String> zuid, boolean blocked) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    write(body, zuid, blocked);
    return body;
  }

  abstract void write(ObjectNode body, Optional<String> zuid, boolean blocked);
}
