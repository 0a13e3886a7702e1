package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * mini-ImageNet in the form that Ravi and Larochelle published: {@code train.csv}, {@code val.csv}
 * and {@code test.csv}, each a list of images with their classes, and the images in {@code
 * images/}. Nobody may publish the images; the user provides a folder, a zip file or a tar file.
 *
 * <p>Classes and parts are those of continual learning (TAG, Malviya, Ravindran and Chandar, CoLLAs
 * 2022), not of few-shot learning: labels 0 to 63 are the classes of {@code train.csv}, 64 to 83
 * those of {@code test.csv}, 84 to 99 those of {@code val.csv}; of the 600 images of each class the
 * first 480 are training images, the last 120 test images, all in the order of the lists. Images of
 * another size become 84 x 84, every pixel the mean of what it covers.
 */
public final class MiniImageNet implements DataSet {

  /** Parameters. */
  public record Settings(
      @Setting(
              value =
                  "Folder, zip file or tar file with train.csv, val.csv, test.csv and images/,"
                      + " relative to the project.",
              byDefault = "data/mini-imagenet")
          String directory) {}

  private static final String NAME = "mini-imagenet";

  private final MiniImageNetCut cut;

  /** Makes the data set; nothing is read. */
  public MiniImageNet() {
    this(MiniImageNetCut.PUBLISHED);
  }

  /** Makes the data set of lists of another length. */
  MiniImageNet(MiniImageNetCut cut) {
    this.cut = cut;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        NAME,
        "mini-ImageNet: 48,000 training and 12,000 test images, RGB, 84 x 84, 100 classes; from"
            + " files of your own.",
        "Vinyals et al., NeurIPS 2016; lists of Ravi and Larochelle, ICLR 2017; terms of ImageNet,"
            + " research only",
        Settings.class);
  }

  @Override
  public List<DataFile> files(Record parameters) {
    return List.of();
  }

  @Override
  public Optional<ImageForm> form(Record parameters) {
    return Optional.of(new ImageForm(cut.shape(), cut.classes()));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(cut.classes(), cut.train()));
  }

  @Override
  public SortedMap<String, String> contentHashes(Record parameters, DataStore store) {
    Path path = path(parameters, store);
    try (ImageSource source = source(path)) {
      return new TreeMap<>(Map.of(((Settings) parameters).directory(), source.hash()));
    } catch (IOException e) {
      throw MiniImageNetMessages.unreadable(path, e);
    }
  }

  @Override
  public PackedDataSet open(Record parameters, DataStore store) {
    Path path = path(parameters, store);
    try (ImageSource source = source(path)) {
      List<String> parts = List.of("mini-imagenet-1", source.hash(), cut.toString());
      return PackedStore.open(
          store.packed(PackedStore.key(NAME, parts)), () -> new MiniImageNetContent(source, cut));
    } catch (IOException e) {
      throw MiniImageNetMessages.unreadable(path, e);
    }
  }

  private static ImageSource source(Path path) throws IOException {
    return ImageSource.open(path, MiniImageNetIndex::isPart)
        .orElseThrow(() -> MiniImageNetMessages.notThere(path));
  }

  private static Path path(Record parameters, DataStore store) {
    return store.baseDirectory().resolve(((Settings) parameters).directory()).normalize();
  }
}
