package io.clmaven.runtime.method.subspace;

import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Bases with given directions, as a checkpoint would bring them back. */
public final class Bases {

  private Bases() {}

  /** Returns a basis of random orthonormal directions. */
  public static Basis orthonormal(int dimension, int rank) {
    return rank == 0 ? Basis.empty(dimension) : of(Models.orthonormal(dimension, rank, 1));
  }

  /** Returns a basis with these columns [d, k], orthonormal or not. */
  public static Basis of(INDArray columns) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new StateWriter(bytes).putFloats("basis", columns.transpose().dup('c').data().asFloat());
    return Basis.load(
        columns.rows(), new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
