package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A basis of a file, taken as it is, as one that comes back from a checkpoint is. */
final class GivenBasis {

  private GivenBasis() {}

  /** Reads d rows of k numbers. */
  static Basis of(JsonNode rows) {
    double[][] m = matrix(rows);
    int rank = m[0].length;
    float[] columns = new float[m.length * rank];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < rank; j++) {
        columns[j * m.length + i] = (float) m[i][j];
      }
    }
    return of(m.length, columns);
  }

  /** Takes the columns of a matrix [d, k]. */
  static Basis of(INDArray m) {
    return of(m.rows(), m.transpose().dup('c').reshape(m.length()).toFloatVector());
  }

  private static Basis of(int dimension, float[] columns) {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    new StateWriter(state).putFloats("basis", columns);
    return Basis.load(dimension, new StateReader(new ByteArrayInputStream(state.toByteArray())));
  }
}
