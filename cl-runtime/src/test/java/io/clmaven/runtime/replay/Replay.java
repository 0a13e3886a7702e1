package io.clmaven.runtime.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Computes what a reference file of one kind holds and compares. */
@FunctionalInterface
public interface Replay {

  /** Returns the cases of a file, one test each. */
  Stream<DynamicTest> cases(JsonNode file);
}
