package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A real network that remembers at which parameters passes were done, and their losses. */
final class RecordingNetwork implements Network {

  private final Network network;
  private final List<float[]> weights = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();

  RecordingNetwork(Network network) {
    this.network = network;
  }

  /** Returns the parameters of each pass in mode {@link Mode#TRAIN} since the last call. */
  List<float[]> weights() {
    List<float[]> recorded = List.copyOf(weights);
    weights.clear();
    return recorded;
  }

  /** Returns the loss of each backward since the last call. */
  List<Double> losses() {
    List<Double> recorded = List.copyOf(losses);
    losses.clear();
    return recorded;
  }

  @Override
  public ModelSpec model() {
    return network.model();
  }

  @Override
  public ParameterLayout layout() {
    return network.layout();
  }

  @Override
  public FlatVector parameters() {
    return network.parameters();
  }

  @Override
  public FlatVector gradient() {
    return network.gradient();
  }

  @Override
  public RunningStatistics statistics() {
    return network.statistics();
  }

  @Override
  public FlatVector vector() {
    return network.vector();
  }

  @Override
  public void use(FlatVector parameters) {
    network.use(parameters);
  }

  @Override
  public INDArray forward(Batch batch, Mode mode) {
    if (mode == Mode.TRAIN) {
      weights.add(network.parameters().pull().clone());
    }
    return network.forward(batch, mode);
  }

  @Override
  public long pass() {
    return network.pass();
  }

  @Override
  public INDArray repeat(Batch batch, long pass) {
    return network.repeat(batch, pass);
  }

  @Override
  public double backward(Batch batch, Loss loss) {
    double value = network.backward(batch, loss);
    losses.add(value);
    return value;
  }

  @Override
  public double backwardUnprojected(Batch batch, Loss loss) {
    return network.backwardUnprojected(batch, loss);
  }

  @Override
  public Derivatives derivatives() {
    return network.derivatives();
  }

  @Override
  public LayerInputs capture(Batch batch, Mode mode) {
    return network.capture(batch, mode);
  }

  @Override
  public void project(Segment weight, INDArray basis) {
    network.project(weight, basis);
  }

  @Override
  public void close() {
    network.close();
  }
}
