package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job: a new client's money comes in, moves, and is accounted for. */
@ExtendWith(House.Key.class)
class MainJourneyIT {

  private final House house;
  private final Bank bank;

  MainJourneyIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @Test
  void aNewClientPaysInAndSendsMoneyAndReadsTheStatement() {
    var client = bank.anActiveClient();
    var current = bank.openAccount(client);
    var savings = bank.openAccount(client);
    bank.payIn(current, "100.00").expect(201);
    var between = Instant.now();

    var transfer = bank.transfer(house.as("teller"), current, savings, "30.00").expect(201);

    assertThat(transfer.text("/status")).isEqualTo("PAID");
    assertThat(bank.booked(current)).isEqualTo("70.00");
    assertThat(bank.booked(savings)).isEqualTo("30.00");
    var then =
        house
            .as("teller")
            .get(Bank.ACCOUNTS + "/" + current + "/balance?at=" + between)
            .expect(200);
    assertThat(then.text("/booked/amount")).isEqualTo("100.00");
    var statement =
        house.as("teller").get(Bank.ACCOUNTS + "/" + current + "/statement").expect(200);
    assertThat(statement.json().at("/items"))
        .extracting(entry -> entry.at("/amount/amount").asText())
        .containsExactly("100.00", "-30.00");
    assertThat(statement.text("/opening/amount")).isEqualTo("0.00");
    assertThat(statement.text("/closing/amount")).isEqualTo("70.00");
  }

  @Test
  void everyTransitionOfATransferIsKept() {
    var from = bank.anAccountWith("10.00");
    var to = bank.anAccount();
    var id = bank.transfer(house.as("teller"), from, to, "4.00").expect(201).text("/id");

    var history =
        house.as("teller").get(Bank.TRANSACTIONS + "/" + id + "/history").expect(200).json();

    assertThat(history.at("/items"))
        .extracting(transition -> transition.at("/to").asText())
        .containsExactly("CREATED", "PAID");
  }

  @Test
  void aReversalBooksTheMoneyBackAndNamesWhatItUndoes() {
    var from = bank.anAccountWith("10.00");
    var to = bank.anAccount();
    var agent = house.as("agent");
    var id = bank.transfer(house.as("teller"), from, to, "4.00").expect(201).text("/id");

    var reversal = agent.post(Bank.TRANSACTIONS + "/" + id + "/reversal", "{}").expect(201);

    assertThat(reversal.text("/reverses")).isEqualTo(id);
    assertThat(agent.get(Bank.TRANSACTIONS + "/" + id).expect(200).text("/status"))
        .isEqualTo("REVERSED");
    assertThat(bank.booked(from)).isEqualTo("10.00");
    assertThat(bank.booksBalance()).isTrue();
  }

  @Test
  void theTrialBalanceSumsToZero() {
    bank.anAccountWith("12.34");

    var trial = house.asMachine().get(Bank.LEDGER + "/trial-balance").expect(200);

    assertThat(trial.json().at("/balanced").asBoolean()).isTrue();
    assertThat(trial.json().at("/items")).isNotEmpty();
  }
}
