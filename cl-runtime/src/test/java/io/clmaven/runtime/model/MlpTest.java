package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class MlpTest {

  private static final Initialization START = new Initialization.UniformFanIn(1);

  @Test
  void isTheMlpOfTheGpmPaper() {
    ModelSpec model =
        new Mlp()
            .specify(
                new Mlp.Parameters(List.of(100, 100), false, Activation.RELU, false, 0, 1),
                List.of(784),
                10);
    assertThat(model.nodes())
        .containsExactly(
            new ModelSpec.Node(
                "lin1", new Layer.Linear(100, false, START), List.of("input"), List.of(100)),
            new ModelSpec.Node("relu1", new Layer.Relu(), List.of("lin1"), List.of(100)),
            new ModelSpec.Node(
                "lin2", new Layer.Linear(100, false, START), List.of("relu1"), List.of(100)),
            new ModelSpec.Node("relu2", new Layer.Relu(), List.of("lin2"), List.of(100)),
            new ModelSpec.Node(
                "lin3", new Layer.Linear(10, false, START), List.of("relu2"), List.of(10)));
    assertThat(model.layout().length()).isEqualTo(89_400);
  }

  @Test
  void flattensImagesAndDropsHiddenUnits() {
    ModelSpec model =
        new Mlp()
            .specify(
                new Mlp.Parameters(List.of(5), true, Activation.RELU, false, 0.5, 6),
                List.of(3, 4, 4),
                2);
    assertThat(model.nodes())
        .extracting(ModelSpec.Node::name)
        .containsExactly("flatten", "lin1", "relu1", "drop1", "lin2");
    assertThat(model.layout().segments())
        .containsExactly(
            new Segment("lin1", Segment.Kind.WEIGHT, List.of(5, 48), 0),
            new Segment("lin1", Segment.Kind.BIAS, List.of(5), 240),
            new Segment("lin2", Segment.Kind.WEIGHT, List.of(2, 5), 245),
            new Segment("lin2", Segment.Kind.BIAS, List.of(2), 255));
  }

  @Test
  void mayHaveNoHiddenLayer() {
    ModelSpec model =
        new Mlp()
            .specify(
                new Mlp.Parameters(List.of(), true, Activation.RELU, false, 0, 1), List.of(4), 3);
    assertThat(model.nodes()).extracting(ModelSpec.Node::name).containsExactly("lin1");
  }

  @Test
  void isFoundByName() {
    assertThat(Catalogue.of(Architecture.class).find("mlp")).isPresent();
  }
}
