package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A chain of stages on two flat vectors. */
final class OnednnNetwork implements Network {

  private final ModelSpec model;
  private final ParameterLayout layout;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final Map<String, Stage> stages;
  private final Stage[] chain;
  private final int firstWeighted;
  private final BatchInput input;
  private final Logits logits;
  private int trained; // rows of the last forward in training mode, 0 after any other

  OnednnNetwork(ModelSpec model, FlatVector parameters, FlatVector gradient, Stages stages) {
    this.model = model;
    this.layout = model.layout();
    this.parameters = parameters;
    this.gradient = gradient;
    this.stages = stages.byName();
    this.chain = this.stages.values().toArray(Stage[]::new);
    this.firstWeighted = stages.firstWeighted();
    this.input = new BatchInput(model.inputSize());
    this.logits = new Logits(model.outputs());
  }

  @Override
  public ModelSpec model() {
    return model;
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public FlatVector parameters() {
    return parameters;
  }

  @Override
  public FlatVector gradient() {
    return gradient;
  }

  @Override
  public INDArray forward(Batch batch, Mode mode) {
    int rows = batch.size();
    parameters.push();
    Matrix values = input.of(batch);
    for (Stage stage : chain) {
      values = stage.forward(values, rows, mode);
    }
    trained = mode == Mode.TRAIN ? rows : 0;
    return logits.take(values, rows);
  }

  @Override
  public double backward(Batch batch, Loss loss) {
    int rows = batch.size();
    if (rows != trained) {
      throw new IllegalStateException(
          "backward of %d samples needs a forward of the same batch in training mode before it"
              .formatted(rows));
    }
    double value = loss.gradient(logits.values(), model.outputs(), batch, logits.gradients());
    tellOrigin(batch);
    Matrix gradients = logits.gradient(rows);
    for (int i = chain.length - 1; i >= firstWeighted; i--) {
      gradients = chain[i].backward(gradients, rows);
    }
    gradient.written();
    return value;
  }

  /** The first weighted layer may see the inputs of the network as they are. */
  private void tellOrigin(Batch batch) {
    if (firstWeighted < chain.length && chain[firstWeighted] instanceof LinearStage linear) {
      boolean asTheyAre = linear.input() == input.of(batch);
      linear.comingFrom(asTheyAre ? batch.origin() : Batch.Origin.NONE);
    }
  }

  @Override
  public LayerInputs capture(Batch batch, Mode mode) {
    forward(batch, mode);
    Map<String, INDArray> inputs = new LinkedHashMap<>();
    stages.forEach(
        (name, stage) -> {
          if (stage instanceof LinearStage linear) {
            inputs.put(name, copy(linear.input(), batch.size()));
          }
        });
    return new LayerInputs(inputs);
  }

  private static INDArray copy(Matrix matrix, int rows) {
    float[] values = new float[rows * matrix.columns()];
    matrix.pull(values, rows);
    return Nd4j.createFromArray(values).reshape(rows, matrix.columns());
  }

  @Override
  public void project(Segment weight, INDArray basis) {
    if (!(stages.get(weight.layer()) instanceof LinearStage linear)
        || weight.kind() != Segment.Kind.WEIGHT) {
      throw new IllegalArgumentException("'%s' has no weight".formatted(weight.layer()));
    }
    linear.project(projection(weight, basis));
  }

  private static Projection projection(Segment weight, INDArray basis) {
    if (basis == null || basis.isEmpty() || basis.size(1) == 0) {
      return Projection.NONE;
    }
    if (basis.size(0) != weight.columns() || basis.size(1) > weight.columns()) {
      throw new IllegalArgumentException(
          "the basis of '%s' needs %d rows and not more columns, found %d x %d"
              .formatted(weight.layer(), weight.columns(), basis.size(0), basis.size(1)));
    }
    float[] rowMajor = basis.castTo(DataType.FLOAT).dup('c').data().asFloat();
    return Projection.removing(rowMajor, weight.columns());
  }

  @Override
  public void close() {
    for (Stage stage : chain) {
      stage.close();
    }
    logits.close();
    parameters.array().close();
    gradient.array().close();
  }
}
