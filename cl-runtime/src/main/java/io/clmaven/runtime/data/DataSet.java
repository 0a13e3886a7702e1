package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Component;
import java.util.List;

/** A data set known by name, for example {@code mnist}. Stateless. */
public interface DataSet extends Component {

  /** Returns the files to download; empty for a data set that the user provides. */
  List<DataFile> files(Record parameters);

  /**
   * Opens the packed form, building it first if it is not there. Several trials share it.
   *
   * @throws DataException if a file is missing or damaged
   */
  PackedDataSet open(Record parameters, DataStore store);
}
