package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A user's own images, JPEG or PNG: {@code train/<class>/*} and {@code test/<class>/*} in a folder
 * or a zip or tar file, classes and images in the order of their names.
 *
 * <p>All images are brought to one size, whatever their aspect ratio. Grey images among coloured
 * ones are repeated on three channels; coloured ones among grey ones become their luma (ITU-R
 * BT.601). An alpha channel and the orientation noted in a photo are ignored, as in torchvision.
 */
public final class ImageFolder implements DataSet {

  /** Channels of the packed images. */
  public enum Channels {
    /** Red, green, blue. */
    RGB,
    /** One channel. */
    GREY
  }

  /** How images are brought to size. */
  public enum Filter {
    /** Every pixel is the mean of the area it covers. */
    AREA,
    /** Every pixel is interpolated between the four nearest to its centre. */
    BILINEAR
  }

  /** What happens to images that cannot be read. */
  public enum Unreadable {
    /** They are reported by name and nothing is packed. */
    REFUSE,
    /** They are reported by name and left out. */
    SKIP
  }

  /** Parameters. */
  public record Settings(
      @Setting(
              "Folder, zip file or tar file with train/<class>/ and test/<class>/, relative to the"
                  + " project.")
          String directory,
      @Setting(value = "Height and width of the images, in pixels.", range = "[1, 4096]") int size,
      @Setting(value = "Channels of the images.", byDefault = "rgb") Channels channels,
      @Setting(
              value =
                  "How images are brought to size: 'area' takes means, 'bilinear' interpolates"
                      + " between four pixels.",
              byDefault = "area")
          Filter filter,
      @Setting(
              value = "Whether images that cannot be read stop the run or are left out.",
              byDefault = "refuse")
          Unreadable unreadable) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "image-folder",
        "Images of your own, JPEG or PNG, in train/<class>/ and test/<class>/.",
        "the project itself",
        Settings.class);
  }

  @Override
  public List<DataFile> files(Record parameters) {
    return List.of();
  }

  @Override
  public SortedMap<String, String> contentHashes(Record parameters, DataStore store) {
    Settings settings = (Settings) parameters;
    try (ImageSource source = source(settings, store)) {
      return new TreeMap<>(Map.of(settings.directory(), source.hash()));
    } catch (IOException e) {
      throw ImageFolderMessages.cannotList(path(settings, store), e);
    }
  }

  @Override
  public PackedDataSet open(Record parameters, DataStore store) {
    Settings settings = (Settings) parameters;
    try (ImageSource source = source(settings, store)) {
      List<String> parts =
          List.of(
              "images-1",
              source.hash(),
              "%d %s %s %s"
                  .formatted(
                      settings.size(),
                      settings.channels(),
                      settings.filter(),
                      settings.unreadable()));
      Path packed = store.packed(PackedStore.key("image-folder", parts));
      return PackedStore.open(packed, () -> new ImageContent(source, settings));
    } catch (IOException e) {
      throw ImageFolderMessages.cannotList(path(settings, store), e);
    }
  }

  private static ImageSource source(Settings settings, DataStore store) throws IOException {
    Path path = path(settings, store);
    return ImageSource.open(path, ImageSource::isImage)
        .orElseThrow(() -> ImageFolderMessages.noImageFolder(path));
  }

  private static Path path(Settings settings, DataStore store) {
    return store.baseDirectory().resolve(settings.directory()).normalize();
  }
}
