package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

class PermitsTest {

  @Test
  @SuppressWarnings("deprecation")
  void areTheSameForAllModulesOfABuild() {
    RepositorySystemSession build = new DefaultRepositorySystemSession();

    assertThat(Permits.ofBuild(build, 2)).isSameAs(Permits.ofBuild(build, 5));
    assertThat(Permits.ofBuild(build, 5).availablePermits()).isEqualTo(2);
  }
}
