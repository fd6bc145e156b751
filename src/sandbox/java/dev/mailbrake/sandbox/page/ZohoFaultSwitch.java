package dev.mailbrake.sandbox.page;

import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.util.Locale;

record ZohoFaultSwitch(FakeZoho zoho, ZohoFault fault, String label) implements FaultSwitch {

  @Override
  public String id() {
    return "zoho-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean isOn() {
    return zoho.faults().stream().anyMatch(active -> active.fault() == fault);
  }

  @Override
  public void turn(boolean on) {
    if (on) {
      zoho.inject(fault);
    } else {
      zoho.clear(fault);
    }
  }

  @Override
  public boolean stays() {
    return fault != ZohoFault.TOKENS_EXPIRED;
  }
}
