package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small models and batches for tests. */
public final class Models {

  private Models() {}

  /** Returns an MLP with ReLU between the layers; the last width is the number of logits. */
  public static ModelSpec mlp(int inputs, boolean bias, int... widths) {
    ModelBuilder model = ModelSpec.input(List.of(inputs));
    for (int i = 0; i < widths.length; i++) {
      if (i > 0) {
        model.then("relu" + i, new Layer.Relu());
      }
      model.then("lin" + (i + 1), linear(widths[i], bias));
    }
    return model.build();
  }

  /** Returns a linear layer with PyTorch's start. */
  public static Layer.Linear linear(int outputs, boolean bias) {
    return new Layer.Linear(outputs, bias, new Initialization.UniformFanIn(1));
  }

  /** Compiles with streams of a seed. */
  public static Network compile(Engine engine, ModelSpec model, long seed) {
    RandomStreams random = new RandomStreams(seed);
    return engine.compile(model, random.stream("init"), random.stream("dropout"));
  }

  /** Returns a batch of inputs in [-1, 1) with random labels of a range of outputs. */
  public static Batch batch(ModelSpec model, int size, OutputRange outputs, long seed) {
    RandomStream random = new RandomStreams(seed).stream("batches");
    float[] values = new float[size * model.inputSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextUniform(1);
    }
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(outputs.size());
    }
    long[] shape = new long[model.inputShape().size() + 1];
    shape[0] = size;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = model.inputShape().get(i - 1);
    }
    return new Batch(Nd4j.createFromArray(values).reshape('c', shape), labels, outputs);
  }

  /** Returns a batch over all outputs. */
  public static Batch batch(ModelSpec model, int size, long seed) {
    return batch(model, size, new OutputRange(0, model.outputs()), seed);
  }

  /** Returns d x k with orthonormal columns. */
  public static INDArray orthonormal(int d, int k, long seed) {
    RandomStream random = new RandomStreams(seed).stream("basis");
    double[][] columns = new double[k][d];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < d; i++) {
        columns[j][i] = random.nextDouble() - 0.5;
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int l = 0; l < j; l++) {
          subtract(columns[j], columns[l], dot(columns[j], columns[l]));
        }
      }
      double norm = Math.sqrt(dot(columns[j], columns[j]));
      for (int i = 0; i < d; i++) {
        columns[j][i] /= norm;
      }
    }
    float[] values = new float[d * k];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < k; j++) {
        values[i * k + j] = (float) columns[j][i];
      }
    }
    return Nd4j.createFromArray(values).reshape(d, k);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void subtract(double[] a, double[] b, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] -= factor * b[i];
    }
  }
}
