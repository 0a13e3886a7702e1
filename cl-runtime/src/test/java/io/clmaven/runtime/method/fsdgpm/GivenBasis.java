package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

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
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    new StateWriter(state).putFloats("basis", columns);
    return Basis.load(m.length, new StateReader(new ByteArrayInputStream(state.toByteArray())));
  }
}
