package org.corridor.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A few callers who transfer cents from one account to another, one after the other. */
final class SteadyLoad implements AutoCloseable {

  private static final int CALLERS = 3;
  private static final long PAUSE_MILLISECONDS = 40;

  private final AtomicInteger paid = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<Thread> callers = new ArrayList<>();
  private volatile boolean over;

  SteadyLoad(House house) {
    var bank = new Bank(house);
    var from = bank.anAccountWith("5000.00");
    var to = bank.anAccount();
    for (var caller = 0; caller < CALLERS; caller++) {
      var thread = new Thread(() -> transfer(house, bank, from, to), "load-" + caller);
      callers.add(thread);
      thread.start();
    }
  }

  private void transfer(House house, Bank bank, String from, String to) {
    while (!over) {
      if (bank.transfer(house.as("teller"), from, to, "0.01").status() == 201) {
        paid.incrementAndGet();
      } else {
        refused.incrementAndGet();
      }
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  int paid() {
    return paid.get();
  }

  int refused() {
    return refused.get();
  }

  @Override
  public void close() {
    over = true;
    for (var caller : callers) {
      try {
        caller.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
