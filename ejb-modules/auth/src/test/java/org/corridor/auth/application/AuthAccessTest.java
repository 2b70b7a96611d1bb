package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of who may do what to whom. */
class AuthAccessTest {

  private static final UUID SELF = UUID.fromString("01936d5c-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("01936d5c-0000-7000-8000-000000000002");
  private static final UUID CLIENT = UUID.fromString("01936d5c-0000-7000-8000-000000000003");
  private static final Set<String> STRONG = Set.of("users:read", "users:update", "kyc:approve");
  private static final Set<String> WEAK = Set.of("users:read", "users:update");

  @ParameterizedTest(name = "{0} reaches a user of {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "HEAD_OFFICE, BER, true",
        "HEAD_OFFICE, -, true",
        "BERLIN, BER, true",
        "BERLIN, MUC, false",
        "BERLIN, -, false",
        "CUSTOMER, BER, false",
        "CUSTOMER, -, false",
      })
  void reachesUsersOfItsBranch(String who, String branch, boolean reaches) {
    assertThat(AuthAccess.mayReach(caller(who, WEAK), user(OTHER, branch))).isEqualTo(reaches);
  }

  @Test
  void alwaysReachesItself() {
    assertThat(AuthAccess.mayReach(caller("CUSTOMER", Set.of()), user(SELF, "BER"))).isTrue();
  }

  @ParameterizedTest(name = "{0} with {1} permissions assigns {2} at {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "HEAD_OFFICE, STRONG, STRONG, -, true",
        "HEAD_OFFICE, STRONG, WEAK, BER, true",
        "HEAD_OFFICE, WEAK, STRONG, BER, false",
        "BERLIN, STRONG, WEAK, BER, true",
        "BERLIN, STRONG, WEAK, MUC, false",
        "BERLIN, STRONG, WEAK, -, false",
        "BERLIN, WEAK, STRONG, BER, false",
        "CUSTOMER, STRONG, WEAK, BER, false",
      })
  void assignsOnlyWhatItMayDoItself(
      String who, String has, String gives, String branch, boolean may) {
    var assignment = new Assignment(Set.of("TELLER"), branch, null, Map.of());

    assertThat(AuthAccess.mayAssign(caller(who, of(has)), assignment, of(gives))).isEqualTo(may);
  }

  @ParameterizedTest(name = "{0} with {1} permissions manages {2} at {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "HEAD_OFFICE, STRONG, STRONG, -, true",
        "HEAD_OFFICE, WEAK, STRONG, -, false",
        "HEAD_OFFICE, NONE, NONE, BER, false",
        "BERLIN, STRONG, WEAK, BER, true",
        "BERLIN, STRONG, WEAK, MUC, false",
        "BERLIN, STRONG, WEAK, -, false",
        "CUSTOMER, STRONG, WEAK, BER, false",
      })
  void managesNobodyMorePowerful(String who, String has, String other, String branch, boolean may) {
    assertThat(AuthAccess.mayManage(caller(who, of(has)), user(OTHER, branch), of(other)))
        .isEqualTo(may);
  }

  @ParameterizedTest(name = "{0} with {1} permissions grants {2} as scopes: {3}")
  @CsvSource({
    "HEAD_OFFICE, STRONG, WEAK, true",
    "HEAD_OFFICE, WEAK, STRONG, false",
    "BERLIN, STRONG, WEAK, false",
    "CUSTOMER, STRONG, WEAK, false",
  })
  void grantsOnlyScopesOfItsOwn(String who, String has, String gives, boolean may) {
    assertThat(AuthAccess.mayGrantScopes(caller(who, of(has)), of(gives))).isEqualTo(may);
  }

  private static Set<String> of(String name) {
    return switch (name) {
      case "STRONG" -> STRONG;
      case "WEAK" -> WEAK;
      default -> Set.of();
    };
  }

  private static Caller caller(String who, Set<String> permissions) {
    return new Caller(
        SELF.toString(),
        permissions,
        who.equals("BERLIN") ? "BER" : null,
        who.equals("CUSTOMER") ? CLIENT : null,
        Map.of());
  }

  private static User user(UUID id, String branch) {
    return User.created(
        id,
        new User.Profile("somebody", "Some Body"),
        new Assignment(Set.of("TELLER"), branch, null, Map.of()),
        "$argon2id$",
        Instant.EPOCH);
  }
}
