package io.clmaven.runtime.optimizer.tag;

import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.Optional;

/**
 * TAG, task-based accumulated gradients (Malviya et al., CoLLAs 2022), as in its official code. In
 * every tensor, at every step of task t:
 *
 * <ol>
 *   <li>M_t &lt;- beta1 M_t + (1 - beta1) g, and V_t grows as the base rule says.
 *   <li>alpha(tau) = exp(-b &lt;M_t / ||M_t||, U_tau&gt;) for each past task, alpha(t) = exp(-b);
 *       in the first task its only weight is 1.
 *   <li>S = sum of alpha(tau) V_tau over all tasks so far; w &lt;- w - rate N / (sqrt(S) / c +
 *       epsilon).
 * </ol>
 *
 * <p>When a task ends, U_t = M_t / ||M_t||, and U_t and V_t stay as they are. A visit of a task in
 * a further pass over the stream is a task of its own. Memory grows by two vectors [P] a task.
 *
 * <p>Where the official code differs from the paper, this does what the code does: epsilon is
 * outside of the root, the current task weighs exp(-b), and the step number that TAG-Adam corrects
 * with begins anew at each epoch, and its c divides past tasks too.
 *
 * <p>The tensors' blocks are gone through twice: the first pass moves M and V and sums products,
 * the second forms S and steps. Nothing is allocated in a step.
 */
abstract sealed class Tag implements Optimizer permits TagAdagrad, TagAdam, TagRmsProp {

  static final String PAPER =
      "Malviya et al., TAG: Task-based Accumulated Gradients for Lifelong learning, CoLLAs 2022";

  private static final String REMEDY =
      "If all gradients of a tensor were zero, set 'training.optimizer.zeroMoment' to 'orthogonal'.";

  private final float[] g = new float[Blocks.LONGEST]; // a block of the gradient
  private final float[] w = new float[Blocks.LONGEST]; // a block of the parameters
  private final WeightedSquares squares = new WeightedSquares();
  private TagSettings settings;
  private BaseRule rule;
  private Blocks blocks;
  private TaskMoments moments;
  private TaskWeights weights;
  private AlphaHistory history;
  private TagDiagnostics diagnostics;
  private double rate;
  private long step; // of the epoch

  final void begin(TagSettings settings, BaseRule rule, ParameterLayout layout) {
    this.settings = settings;
    this.rule = rule;
    blocks = new Blocks(layout);
    moments = new TaskMoments(blocks, settings.zeroMoment());
    weights = new TaskWeights(settings.b(), settings.zeroMoment());
    history = new AlphaHistory(blocks.tensors());
    diagnostics = new TagDiagnostics(layout, moments, history);
    rate = settings.learningRate();
  }

  @Override
  public final void beginTask() {
    rate = settings.learningRate();
    moments.beginTask();
    weights.beginTask(moments.past());
    history.beginTask();
    beginEpoch();
  }

  /** Sets the learning rate back; the moments of the task go on. */
  @Override
  public final void restart() {
    rate = settings.learningRate();
  }

  @Override
  public final void beginEpoch() {
    step = 0;
    history.beginEpoch();
  }

  @Override
  public final void update(FlatVector parameters, FlatVector gradient) {
    step++;
    float[] values = parameters.values();
    float[] slope = gradient.pull();
    for (int tensor = 0; tensor < blocks.tensors(); tensor++) {
      float[] alphas = history.alphas(tensor);
      weigh(tensor, slope, alphas);
      move(tensor, values, slope, alphas);
    }
    history.add();
  }

  /** Moves the moments of a tensor and computes its weights. */
  private void weigh(int tensor, float[] slope, float[] alphas) {
    int width = blocks.length(blocks.first(tensor));
    weights.clear(width);
    for (int block = blocks.first(tensor); block < blocks.end(tensor); block++) {
      System.arraycopy(slope, blocks.start(block), g, 0, blocks.length(block));
      average(moments.first(block), g, settings.beta1());
      rule.addSquares(moments.second(moments.past(), block), g);
      weights.add(moments, block);
    }
    weights.weigh(alphas, width);
  }

  private static void average(float[] m, float[] gradient, double beta) {
    float decay = (float) beta;
    float rest = (float) (1 - beta);
    for (int k = 0; k < m.length; k++) {
      m[k] = decay * m[k] + rest * gradient[k];
    }
  }

  /** Steps in a tensor. */
  private void move(int tensor, float[] values, float[] slope, float[] alphas) {
    float size = (float) (rate * rule.scale(step));
    for (int block = blocks.first(tensor); block < blocks.end(tensor); block++) {
      int start = blocks.start(block);
      int length = blocks.length(block);
      System.arraycopy(slope, start, g, 0, length);
      System.arraycopy(values, start, w, 0, length);
      float[] numerator = rule.numerator(g, moments.first(block));
      float[] s = squares.of(moments, block, alphas);
      descend(length, numerator, s, size);
      System.arraycopy(w, 0, values, start, length);
    }
  }

  private void descend(int length, float[] numerator, float[] s, float size) {
    float correction = (float) rule.correction(step);
    float[] x = w;
    float epsilon = (float) settings.epsilon();
    if (correction == 1) { // a division less is a tenth of a step
      for (int k = 0; k < length; k++) {
        x[k] -= size * numerator[k] / ((float) Math.sqrt(s[k]) + epsilon);
      }
    } else {
      for (int k = 0; k < length; k++) {
        x[k] -= size * numerator[k] / ((float) Math.sqrt(s[k]) / correction + epsilon);
      }
    }
  }

  /** Returns M and V of the current task, V and U of past ones. */
  final TaskMoments moments() {
    return moments;
  }

  /** Returns the weights of the last step and their means. */
  final AlphaHistory history() {
    return history;
  }

  final Blocks blocks() {
    return blocks;
  }

  @Override
  public final double learningRate() {
    return rate;
  }

  @Override
  public final void learningRate(double rate) {
    this.rate = rate;
  }

  @Override
  public final Optional<String> remedy() {
    return history.hasUndefined() ? Optional.of(REMEDY) : Optional.empty();
  }

  @Override
  public final Diagnostics diagnostics() {
    return diagnostics.toDiagnostics();
  }

  @Override
  public final void save(StateWriter out) {
    out.putDouble("tag.rate", rate);
    out.putLong("tag.step", step);
    moments.save(out);
    history.save(out);
  }

  @Override
  public final void load(StateReader in) {
    rate = in.getDouble("tag.rate");
    step = in.getLong("tag.step");
    moments.load(in);
    history.load(in);
    weights.beginTask(moments.past());
  }
}
