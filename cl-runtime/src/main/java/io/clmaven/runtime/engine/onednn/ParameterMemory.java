package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.OuterProducts;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.PendingProduct;
import io.clmaven.runtime.engine.Segment;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** The flat vectors as the stages see them: views of each segment, which move between vectors. */
final class ParameterMemory {

  /**
   * A segment in four vectors; each matrix is [o, d] for weights and [1, n] for everything else.
   *
   * @param values of the parameters in use
   * @param gradient of the loss
   * @param direction of a tangent
   * @param result where second derivatives and sums over samples go
   */
  record Views(Matrix values, Matrix gradient, Matrix direction, Matrix result) {

    /** Those of a segment that a layer does not have. */
    static final Views ABSENT = new Views(Matrix.ZERO, Matrix.ZERO, Matrix.ZERO, Matrix.ZERO);

    static Views of(Segment segment) {
      int columns = segment.shape().size() == 1 ? segment.length() : segment.columns();
      return new Views(
          Matrix.window(columns),
          Matrix.window(columns),
          Matrix.window(columns),
          Matrix.window(columns));
    }
  }

  private final ParameterLayout layout;
  private final List<Views> views = new ArrayList<>();
  private final Map<FlatVector, FloatPointer[]> starts = new IdentityHashMap<>();

  private final FlatVector gradient;

  /**
   * Makes the memory.
   *
   * @param gradient the vector that all gradients go to
   */
  ParameterMemory(ParameterLayout layout, FlatVector gradient) {
    this.layout = layout;
    this.gradient = gradient;
    layout.segments().forEach(segment -> views.add(Views.of(segment)));
    look(Views::gradient, gradient);
  }

  /** Leaves a part of the gradient to be computed when somebody looks at it. */
  void defer(PendingProduct product) {
    gradient.defer(product);
  }

  /** Tells the factors of a part of the gradient. */
  void know(OuterProducts factors) {
    gradient.know(factors);
  }

  /** Returns the views of a segment. */
  Views of(Segment segment) {
    return views.get(layout.segments().indexOf(segment));
  }

  /**
   * Moves one view of each segment to a vector.
   *
   * @param view which of them, for example {@code Views::values}
   */
  void look(Function<Views, Matrix> view, FlatVector vector) {
    FloatPointer[] pointers = starts.get(vector);
    if (pointers == null) {
      pointers = split(vector);
      starts.put(vector, pointers);
    }
    for (int i = 0; i < pointers.length; i++) {
      view.apply(views.get(i)).look(pointers[i]);
    }
  }

  /** Fills one view of the segments of a layer with zeros. */
  void clear(Function<Views, Matrix> view, String layer) {
    for (int i = 0; i < views.size(); i++) {
      Segment segment = layout.segments().get(i);
      if (segment.layer().equals(layer)) {
        long bytes = (long) segment.length() * Float.BYTES;
        Pointer.memset(view.apply(views.get(i)).data(), 0, bytes);
      }
    }
  }

  private FloatPointer[] split(FlatVector vector) {
    if (vector.length() != layout.length()) {
      throw new IllegalArgumentException(
          "the network has %d parameters, but the vector %d elements"
              .formatted(layout.length(), vector.length()));
    }
    FloatPointer start = new FloatPointer(vector.array().data().addressPointer());
    return layout.segments().stream()
        .map(segment -> start.<FloatPointer>getPointer(segment.offset()))
        .toArray(FloatPointer[]::new);
  }
}
