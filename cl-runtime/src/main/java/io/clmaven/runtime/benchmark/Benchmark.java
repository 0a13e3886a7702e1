package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.Optional;

/** A benchmark: makes a stream of tasks from data sets. Stateless. */
public interface Benchmark extends Component {

  /** Returns what is known about the task at test time. */
  Scenario scenario(Record parameters);

  /** Returns the data sets that the benchmark reads. */
  List<Selection<DataSet>> dataSets(Record parameters);

  /**
   * Returns the sizes of the stream if they are known without the data: then model and method are
   * checked against them before anything is downloaded.
   */
  default Optional<Dimensions> dimensions(Record parameters) {
    return Optional.empty();
  }

  /**
   * Returns the mistakes in single settings that show without the data. What no constructor of the
   * parameter record can tell belongs here, so that model and method are checked all the same.
   */
  default List<Mistake> mistakes(Record parameters) {
    return List.of();
  }

  /**
   * Makes the stream for one seed.
   *
   * @param parameters instance of the declared parameter record
   * @param store where the data sets are
   * @param random streams of the trial; the seed is {@link RandomStreams#seed()}
   */
  TaskStream open(Record parameters, DataStore store, RandomStreams random);
}
