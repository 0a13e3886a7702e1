package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondOrderTest {

  @Test
  void isRefusedBeforeTheFirstStepWhereTheEngineHasNone() {
    try (Network network = Models.compile(Engines.installed().choose("dl4j"), TwoTasks.MLP, 1)) {
      MethodContext context =
          new MethodContext(
              new Tuning().inSecondOrder().build(),
              network,
              new GivenTasks(List.of(), TwoTasks.MLP.outputs()),
              Scenario.DOMAIN,
              1,
              new RandomStreams(1));
      assertThatThrownBy(() -> new FsDgpm().begin(context))
          .hasMessage(
              "Cannot compute Hessian-vector products with engine 'dl4j': DL4J has no second"
                  + " derivatives. Choose engine 'onednn'.");
    }
  }
}
