package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.ImageFolder.Settings;
import io.clmaven.runtime.data.ImageFolder.Unreadable;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images of a folder or archive, decoded and brought to size one by one while they are packed. */
final class ImageContent implements PackedContent {

  private static final Logger LOG = LoggerFactory.getLogger(ImageContent.class);

  private final ImageSource source;
  private final Settings settings;
  private final List<String> classes;

  /**
   * Lists the classes.
   *
   * @throws DataException if a split is empty or a class is in the test split only
   */
  ImageContent(ImageSource source, Settings settings) {
    this.source = source;
    this.settings = settings;
    this.classes = classes(Split.TRAIN);
    classes(Split.TEST).stream()
        .filter(name -> !classes.contains(name))
        .forEach(
            name -> {
              throw ImageFolderMessages.unknownClass(source.location(), name);
            });
  }

  private List<String> classes(Split split) {
    List<String> names = files(split).stream().map(ImageContent::className).distinct().toList();
    if (names.isEmpty()) {
      throw ImageFolderMessages.noImages(source.location(), folder(split));
    }
    return names.stream().sorted().toList();
  }

  private List<String> files(Split split) {
    return source.files().stream().filter(f -> f.startsWith(folder(split) + "/")).toList();
  }

  private static String folder(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  private static String className(String file) {
    return file.split("/", 3)[1];
  }

  @Override
  public List<Integer> shape() {
    int channels = settings.channels() == Channels.RGB ? 3 : 1;
    return List.of(channels, settings.size(), settings.size());
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Split split : Split.values()) {
      for (String file : files(split)) {
        byte[] image = decode(file, problems);
        if (image.length > 0) {
          writer.add(split, classes.indexOf(className(file)), image);
        }
      }
    }
    if (!problems.isEmpty() && settings.unreadable() == Unreadable.REFUSE) {
      throw ImageFolderMessages.badImages(source.location(), problems);
    }
    if (!problems.isEmpty()) {
      LOG.warn("{}", ImageFolderMessages.skippedImages(source.location(), problems));
    }
  }

  /** Returns the image at its size, or no bytes and a problem more. */
  private byte[] decode(String file, List<String> problems) {
    try {
      return ImageDecoder.decode(source.read(file), settings.channels())
          .resized(settings.size(), settings.filter());
    } catch (IOException e) {
      problems.add("%s (%s)".formatted(file, e.getMessage()));
      return new byte[0];
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
