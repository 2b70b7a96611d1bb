package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.corridor.dev.KeycloakServer;
import org.corridor.dev.demo.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tokens of a real Keycloak, which the contexts know by settings alone, open what its roles are
 * mapped to and nothing else. Once, where each context stands alone.
 */
@ExtendWith(House.Key.class)
@Tag("distributed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIssuerIT {

  private static final String PASSWORD = "a password of the journey";
  private static final Duration KEYS_ARE_LOOKED_FOR_AGAIN = Duration.ofSeconds(30);

  private final House house;
  private final Bank bank;
  private final Foreigners foreigners;
  private KeycloakServer keycloak;

  ForeignIssuerIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
    this.foreigners = new Foreigners(house.atKeycloak(), "/realms/bank");
  }

  @BeforeAll
  void startKeycloak() {
    keycloak = house.startKeycloak();
  }

  @AfterAll
  void stopKeycloak() {
    keycloak.close();
  }

  @Test
  void aMachineReadsWhatItsRoleIsMappedTo() {
    var reports = as(foreigners.machine("reports"));

    reports.get(Bank.ACCOUNTS).expect(200);
    reports.get(Bank.TRANSACTIONS).expect(200);
    reports.get(Bank.CLIENTS).expect(403);
    assertThat(reports.post(Bank.DEPOSITS, Bank.cash(Bank.aNewId(), "1.00")).status())
        .isEqualTo(403);
    assertThat(reports.get("/api/auth/v1/users").status()).isEqualTo(403);
  }

  @Test
  void aPersonTransfersWithinItsBranchAndItsLimit() {
    var from = bank.anAccountWith("500.00");
    var to = bank.anAccount();
    var tamara = as(foreigners.person("tamara", PASSWORD));

    var made = bank.transfer(tamara, from, to, "99.99").expect(201);
    var above = bank.transfer(tamara, from, to, "100.01").expect(202);

    assertThat(bank.booked(to)).isEqualTo("99.99");
    assertThat(above.text("/status")).isEqualTo("AWAITING_APPROVAL");
    assertThat(tamara.get(Bank.TRANSACTIONS + "/" + made.text("/id")).expect(200).body())
        .contains("99.99");
  }

  @Test
  void aPersonOfNoBranchIsNobodyHere() {
    as(foreigners.person("nobodys", PASSWORD)).get(Bank.ACCOUNTS).expect(401);
  }

  @Test
  void aRoleThatIsNotMappedOpensNothing() {
    var outsider = as(foreigners.machine("outsider"));

    outsider.get(Bank.ACCOUNTS).expect(403);
    outsider.get(Bank.TRANSACTIONS).expect(403);
  }

  @Test
  void aTokenForSomebodyElseOrOfAnotherRealmIsRefused() {
    var elsewhere = as(foreigners.machine("elsewhere"));
    var otherRealm = as(new Foreigners(house.atKeycloak(), "/realms/other").machine("reports"));

    for (var door : new Door[] {elsewhere, otherRealm}) {
      for (var path : new String[] {Bank.ACCOUNTS, Bank.TRANSACTIONS, Bank.CLIENTS}) {
        var answer = door.get(path).expect(401);
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
      }
    }
  }

  @Test
  void corridorsOwnTokensGoOn() {
    house.asMachine().get(Bank.ACCOUNTS).expect(200);
  }

  /** A context may have asked for the keys just before Keycloak was there. */
  private Door as(String token) {
    var door = house.asNobody().withToken(token);
    var deadline = Instant.now().plus(KEYS_ARE_LOOKED_FOR_AGAIN);
    for (var path : new String[] {Bank.ACCOUNTS, Bank.TRANSACTIONS, Bank.CLIENTS}) {
      while (door.get(path).status() == 503) {
        assertThat(Instant.now()).as("keys for " + path).isBefore(deadline);
      }
    }
    return door;
  }
}
