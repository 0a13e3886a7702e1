package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A data set known by name, for example {@code mnist}. Stateless. */
public interface DataSet extends Component {

  /** Returns the files to download; empty for a data set that the user provides. */
  List<DataFile> files(Record parameters);

  /** Returns what the images are like if that is known without reading any. */
  default Optional<ImageForm> form(Record parameters) {
    return Optional.empty();
  }

  /** Returns how many training images there are if that is known without reading any. */
  default Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.empty();
  }

  /**
   * Returns what the content is, for fingerprints: keys of checksums by path. For downloaded files
   * nothing is read; a data set that the user provides is hashed where it lies.
   *
   * @throws DataException if data that the user provides is missing
   */
  default SortedMap<String, String> contentHashes(Record parameters, DataStore store) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files(parameters).forEach(file -> hashes.put(file.path(), file.checksum().key()));
    return hashes;
  }

  /**
   * Opens the packed form, building it first if it is not there. Several trials share it.
   *
   * @throws DataException if a file is missing or damaged
   */
  PackedDataSet open(Record parameters, DataStore store);
}
