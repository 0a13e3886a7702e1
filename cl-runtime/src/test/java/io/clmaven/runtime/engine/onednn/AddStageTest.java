package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddStageTest {

  private final ModelSpec model =
      ModelSpec.input(List.of(3, 2, 2))
          .join("add", new Layer.Add(), ModelSpec.INPUT, ModelSpec.INPUT)
          .build();

  private static double[] sum(StagePoint point) {
    double[] sum = point.input().clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += point.inputs().get(1)[i];
    }
    return sum;
  }

  @Test
  void addsAndHandsGradientsOn() {
    try (StageBench bench = new StageBench(model, 3)) {
      bench.assertFollows(AddStageTest::sum);
    }
  }

  @Test
  void tangentsAddUp() {
    try (StageBench bench = new StageBench(model, 3)) {
      bench.assertTangentsFollow(AddStageTest::sum);
      bench.assertTangentsFollow(AddStageTest::sum, 0);
      bench.assertTangentsFollow(AddStageTest::sum, 1);
    }
  }

  @Test
  void handsCurvatureOn() {
    try (StageBench bench = new StageBench(model, 3)) {
      StageBench.assertClose(bench.curvature(GateRule.CORRECTED), bench.upstreamTangent);
    }
  }
}
