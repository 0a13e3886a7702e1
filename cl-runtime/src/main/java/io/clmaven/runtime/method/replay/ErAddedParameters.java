package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.OutputRange;
import java.util.List;

/** Parameters of {@link ErAdded}. */
public record ErAddedParameters(
    @Setting(
            value =
                "Samples that the buffer holds for each class of each task, on average or, with"
                    + " 'ring', exactly (m).",
            byDefault = "1",
            range = "[0, 100000]")
        int memoryPerClass,
    @Setting(value = "Which samples the buffer keeps.", byDefault = "reservoir") Memory memory) {

  /** Which samples are kept. */
  public enum Memory {
    /** {@link BatchReservoir}. */
    RESERVOIR,
    /** {@link Reservoir}: the textbook rule. */
    VITTER,
    /** {@link ClassRings}. */
    RING
  }

  /**
   * Makes the rule that fills the buffer.
   *
   * @param heads outputs of each task
   */
  SlotRule rule(List<OutputRange> heads) {
    int classes = heads.stream().mapToInt(OutputRange::size).sum();
    int capacity = Math.multiplyExact(memoryPerClass, classes);
    return switch (memory) {
      case RESERVOIR -> new BatchReservoir(capacity);
      case VITTER -> new Reservoir(capacity);
      case RING -> new ClassRings(heads, memoryPerClass);
    };
  }
}
