package dev.mailbrake.zoho;

import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.ThrottlePause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A record in memory that counts calls and keeps nothing else; as many share it as a test wants.
 */
final class CountedCalls implements Ledger, Ledger.Transaction, Ledger.Calls {
  private final List<Instant> calls = new ArrayList<>();
  private ThrottlePause pause = ThrottlePause.NONE;

  @Override
  public synchronized <T> T transaction(Function<Transaction, T> work) {
    return work.apply(this);
  }

  @Override
  public Ledger.Calls calls() {
    return this;
  }

  @Override
  public void add(Instant at) {
    calls.add(at);
  }

  @Override
  public List<Instant> after(Instant moment) {
    return calls.stream().filter(at -> at.isAfter(moment)).sorted().toList();
  }

  @Override
  public ThrottlePause pause() {
    return pause;
  }

  @Override
  public void pause(ThrottlePause next) {
    pause = next;
  }

  @Override
  public Requests requests() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Effects effects() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Lists lists() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Homes homes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Addresses addresses() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Cards cards() {
    throw new UnsupportedOperationException();
  }

  @Override
  public AuditRows audit() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Jobs jobs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Interactions interactions() {
    throw new UnsupportedOperationException();
  }
}
