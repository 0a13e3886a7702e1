package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.MissingPassException;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A graph of stages on flat vectors. */
final class OnednnNetwork implements Network {

  private final ModelSpec model;
  private final ParameterLayout layout;
  private final RandomStream dropout;
  private final RunningStatistics statistics;
  private final List<FlatVector> vectors = new ArrayList<>();
  private final FlatVector gradient;
  private final Stages stages;
  private final Place[] places;
  private final Matrix[] values; // what each place made last, the input at 0
  private final Backward backward;
  private final OnednnDerivatives derivatives;
  private final BatchInput input;
  private final Logits logits;
  private final Pass pass;
  private FlatVector parameters;
  private Prediction prediction; // null until somebody asks
  private long lastTrained;

  OnednnNetwork(ModelSpec model, RandomStream dropout) {
    this(model, dropout, new Pass());
  }

  OnednnNetwork(ModelSpec model, RandomStream dropout, Pass pass) {
    this.pass = pass;
    this.model = model;
    this.layout = model.layout();
    this.dropout = dropout;
    this.statistics = RunningStatistics.of(model);
    this.gradient = vector();
    this.stages = new Stages(model, gradient, statistics);
    this.places = stages.places();
    this.values = new Matrix[places.length + 1];
    this.backward = new Backward(stages);
    this.input = new BatchInput(model.inputSize());
    this.logits = new Logits(model.outputs());
    use(vector());
    this.derivatives = new OnednnDerivatives(stages, backward, logits, pass);
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
  public RunningStatistics statistics() {
    return statistics;
  }

  @Override
  public FlatVector vector() {
    FlatVector vector = new FlatVector(Nd4j.create(DataType.FLOAT, layout.length()));
    vectors.add(vector);
    return vector;
  }

  @Override
  public void use(FlatVector parameters) {
    stages.memory().look(ParameterMemory.Views::values, parameters);
    logits.forgetLoss();
    pass.end();
    this.parameters = parameters;
  }

  @Override
  public INDArray forward(Batch batch, Mode mode) {
    if (mode == Mode.TRAIN) {
      lastTrained = stages.draws() ? dropout.nextLong() : 0;
      pass.train(batch.size(), lastTrained);
    } else {
      pass.evaluate(batch.size());
    }
    return run(batch);
  }

  @Override
  public long pass() {
    return lastTrained;
  }

  @Override
  public INDArray repeat(Batch batch, long mark) {
    pass.repeat(batch.size(), mark);
    return run(batch);
  }

  @Override
  public INDArray predict(Batch batch) {
    if (prediction == null) {
      prediction = stages.prediction();
    }
    parameters.push();
    pass.end();
    return logits.take(prediction.run(input.of(batch), batch.size()), batch.size());
  }

  private INDArray run(Batch batch) {
    gradient.keep(); // the factors of its products are about to change
    parameters.push();
    values[0] = input.of(batch);
    for (int i = 0; i < places.length; i++) {
      values[i + 1] = places[i].stage().forward(places[i].gather(values), pass);
    }
    return logits.take(values[stages.output()], pass.rows());
  }

  @Override
  public double backward(Batch batch, Loss loss) {
    if (batch.size() != pass.rows()) {
      throw MissingPassException.forward(batch.size());
    }
    double value = logits.lose(loss, batch);
    stages.comingFrom(batch.origin(), values);
    gradient.overwrite();
    backward.run(logits.gradient(), pass);
    return value;
  }

  @Override
  public double backwardUnprojected(Batch batch, Loss loss) {
    pass.lift();
    try {
      return backward(batch, loss);
    } finally {
      pass.project();
    }
  }

  @Override
  public Derivatives derivatives() {
    return derivatives;
  }

  @Override
  public LayerInputs capture(Batch batch, Mode mode) {
    forward(batch, mode);
    return stages.inputs(values, pass.rows());
  }

  @Override
  public void project(Segment weight, INDArray basis) {
    gradient.keep(); // the projection that goes may hold a factor
    stages.project(weight, basis);
  }

  @Override
  public void close() {
    gradient.overwrite(); // what is pending lies in the memory of the stages
    if (prediction != null) {
      prediction.close();
    }
    stages.close();
    backward.close();
    derivatives.close();
    logits.close();
    vectors.forEach(vector -> vector.array().close());
  }
}
