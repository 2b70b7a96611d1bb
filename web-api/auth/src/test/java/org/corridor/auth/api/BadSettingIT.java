package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator has written wrong stops the start. */
@ExtendWith(ArquillianExtension.class)
class BadSettingIT {

  private static final String MISSPELT = "with a role that is misspelt";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = MISSPELT, managed = false, testable = false)
  static WebArchive misspelt() {
    return RedisForTests.theWar("corridor.auth.second-factor.roles=ORG_USER,TELER");
  }

  @Test
  void aRoleThatThereIsNotIsNotDemandedSilently() {
    assertThatThrownBy(() -> deployer.deploy(MISSPELT))
        .hasStackTraceContaining("corridor.auth.second-factor.roles has names that no role has")
        .hasStackTraceContaining("TELER; there are AGENT_ADMIN");
  }
}
