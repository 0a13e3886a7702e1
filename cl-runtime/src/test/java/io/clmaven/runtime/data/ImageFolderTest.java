package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.ImageFolder.Filter;
import io.clmaven.runtime.data.ImageFolder.Settings;
import io.clmaven.runtime.data.ImageFolder.Unreadable;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

  private static final int RED = 0xFFFF0000;

  @TempDir Path project;

  private DataStore store;

  @BeforeEach
  void writeImages() throws IOException {
    store = new DataStore(project.resolve("cache"), project);
    write("images/train/dog/b.png", filled(2, 2, BufferedImage.TYPE_INT_RGB, RED));
    write("images/train/dog/a.PNG", filled(2, 2, BufferedImage.TYPE_BYTE_GRAY, 0xFF808080));
    write("images/train/cat/photos/1.jpeg", filled(8, 8, BufferedImage.TYPE_INT_RGB, 0xFF0000FF));
    write("images/test/dog/c.png", filled(2, 2, BufferedImage.TYPE_INT_ARGB, 0x40FF0000));
    Files.writeString(project.resolve("images/train/dog/notes.txt"), "not an image");
    Files.writeString(project.resolve("images/train/dog/.hidden.png"), "not an image");
  }

  @Test
  void readsClassesAndImagesInTheOrderOfTheirNames() {
    PackedDataSet packed = open(settings("images"));

    assertThat(packed.shape()).containsExactly(3, 2, 2);
    assertThat(packed.classes()).containsExactly("cat", "dog");
    assertThat(packed.size(Split.TRAIN)).isEqualTo(3);
    assertThat(packed.size(Split.TEST)).isEqualTo(1);
    assertThat(IntStream.range(0, 3).map(i -> packed.label(Split.TRAIN, i)))
        .containsExactly(0, 1, 1);
    assertThat(image(packed, Split.TRAIN, 2))
        .containsExactly(255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void decodesJpegUpToItsLoss() {
    int[] image = image(open(settings("images")), Split.TRAIN, 0);

    assertThat(Arrays.stream(image, 0, 8)).allMatch(value -> value <= 4);
    assertThat(Arrays.stream(image, 8, 12)).allMatch(value -> value >= 250);
  }

  @Test
  void ignoresTheAlphaChannel() {
    assertThat(image(open(settings("images")), Split.TEST, 0))
        .containsExactly(255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void repeatsGreyOnThreeChannelsWithoutBrighteningIt() throws IOException {
    BufferedImage grey = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 2, 2, 0, new int[] {0, 100, 128, 255});
    write("images/train/dog/a.PNG", grey);

    assertThat(image(open(settings("images")), Split.TRAIN, 1))
        .containsExactly(0, 100, 128, 255, 0, 100, 128, 255, 0, 100, 128, 255);
  }

  @Test
  void reducesSixteenBitGreyToEight() throws IOException {
    BufferedImage grey = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setSamples(0, 0, 2, 2, 0, new int[] {0, 0x64FF, 0x8000, 0xFFFF});
    write("images/train/dog/a.PNG", grey);

    assertThat(image(open(grey("images")), Split.TRAIN, 1)).containsExactly(0, 100, 128, 255);
  }

  @Test
  void turnsColourIntoLuma() {
    assertThat(image(open(grey("images")), Split.TRAIN, 2)).containsExactly(76, 76, 76, 76);
  }

  @Test
  void readsAZipFileWithAFolderAroundEverything() throws IOException {
    Path zip = project.resolve("pets.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream archive = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(project.resolve("images"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        archive.putNextEntry(
            new ZipEntry("pets/" + project.resolve("images").relativize(file).toString()));
        Files.copy(file, archive);
      }
    }

    PackedDataSet fromZip = open(settings("pets.zip"));
    PackedDataSet fromFolder = open(settings("images"));

    assertThat(fromZip.classes()).isEqualTo(fromFolder.classes());
    assertThat(fromZip.size(Split.TRAIN)).isEqualTo(3);
    assertThat(image(fromZip, Split.TRAIN, 0)).isEqualTo(image(fromFolder, Split.TRAIN, 0));
  }

  @Test
  void hashesTheContent() throws IOException {
    ImageFolder folder = new ImageFolder();
    var before = folder.contentHashes(settings("images"), store);
    Files.writeString(project.resolve("images/train/dog/notes.txt"), "still not an image");
    var same = folder.contentHashes(settings("images"), store);
    write("images/train/dog/b.png", filled(2, 2, BufferedImage.TYPE_INT_RGB, 0xFF00FF00));
    var after = folder.contentHashes(settings("images"), store);

    assertThat(before).containsOnlyKeys("images").isEqualTo(same);
    assertThat(after.get("images")).hasSize(64).isNotEqualTo(before.get("images"));
  }

  @Test
  void packsAgainAfterAnImageChanged() throws IOException {
    open(settings("images"));
    write("images/train/dog/b.png", filled(2, 2, BufferedImage.TYPE_INT_RGB, 0xFF00FF00));

    assertThat(image(open(settings("images")), Split.TRAIN, 2))
        .containsExactly(0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0);
  }

  @Test
  void refusesUnreadableImagesByName() throws IOException {
    damageThree();

    assertThatThrownBy(() -> open(settings("images")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 3 of the images in '%s': train/cat/half.jpg (truncated),"
                + " train/cat/text.png (not a JPEG or PNG image), test/dog/empty.jpg (not a JPEG or"
                + " PNG image). Repair or remove them, or set 'unreadable: skip'.",
            project.resolve("images"));
    assertThat(project.resolve("cache/packed")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void skipsUnreadableImagesIfAsked() throws IOException {
    damageThree();

    PackedDataSet packed =
        open(new Settings("images", 2, Channels.RGB, Filter.AREA, Unreadable.SKIP));

    assertThat(packed.size(Split.TRAIN)).isEqualTo(3);
    assertThat(packed.size(Split.TEST)).isEqualTo(1);
  }

  @Test
  void refusesATruncatedPng() throws IOException {
    Path png = project.resolve("images/train/dog/b.png");
    write("images/train/dog/b.png", noise(64));
    Files.write(png, Arrays.copyOf(Files.readAllBytes(png), 3000));

    assertThatThrownBy(() -> open(settings("images")))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "Cannot read 1 of the images in '%s': train/dog/b.png (damaged",
            project.resolve("images"));
  }

  @Test
  void saysThatThereIsNoFolder() {
    assertThatThrownBy(() -> open(settings("photos")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read data set 'image-folder': there is no folder and no zip file '%s'. Set"
                + " 'directory' to one that holds train/<class>/ and test/<class>/.",
            project.resolve("photos"));
  }

  @Test
  void saysThatASplitIsEmpty() throws IOException {
    Files.delete(project.resolve("images/test/dog/c.png"));

    assertThatThrownBy(() -> open(settings("images")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read data set 'image-folder': '%s' holds no JPEG or PNG file below"
                + " 'test/<class>/'. Set 'directory' to a folder or zip file with train/<class>/ and"
                + " test/<class>/.",
            project.resolve("images"));
  }

  @Test
  void saysThatATestClassHasNoTrainingImages() throws IOException {
    write("images/test/bird/1.png", filled(2, 2, BufferedImage.TYPE_INT_RGB, RED));

    assertThatThrownBy(() -> open(settings("images")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read data set 'image-folder': '%s' holds 'test/bird/' but no 'train/bird/'."
                + " Remove the one or add the other.",
            project.resolve("images"));
  }

  @Test
  void saysThatAZipFileIsDamaged() throws IOException {
    Files.writeString(project.resolve("pets.zip"), "not a zip file");

    assertThatThrownBy(() -> open(settings("pets.zip")))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Cannot read data set 'image-folder' in '")
        .hasMessageEndingWith(". Check the folder or zip file.");
  }

  private void damageThree() throws IOException {
    byte[] jpeg = Files.readAllBytes(project.resolve("images/train/cat/photos/1.jpeg"));
    Files.write(
        project.resolve("images/train/cat/half.jpg"), Arrays.copyOf(jpeg, jpeg.length * 3 / 4));
    Files.writeString(project.resolve("images/train/cat/text.png"), "not an image");
    Files.writeString(project.resolve("images/test/dog/empty.jpg"), "");
  }

  private PackedDataSet open(Settings settings) {
    return new ImageFolder().open(settings, store);
  }

  private static Settings settings(String directory) {
    return new Settings(directory, 2, Channels.RGB, Filter.AREA, Unreadable.REFUSE);
  }

  private static Settings grey(String directory) {
    return new Settings(directory, 2, Channels.GREY, Filter.AREA, Unreadable.REFUSE);
  }

  private static int[] image(PackedDataSet packed, Split split, int index) {
    List<Integer> shape = packed.shape();
    byte[] bytes = new byte[shape.get(0) * shape.get(1) * shape.get(2)];
    packed.image(split, index, bytes);
    return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF).toArray();
  }

  private static BufferedImage filled(int width, int height, int type, int colour) {
    BufferedImage image = new BufferedImage(width, height, type);
    IntStream.range(0, width * height).forEach(i -> image.setRGB(i % width, i / width, colour));
    return image;
  }

  private static BufferedImage noise(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, size * size)
        .forEach(i -> image.setRGB(i % size, i / size, (i * 0x9E3779B1) >>> 8));
    return image;
  }

  private void write(String name, BufferedImage image) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, name.endsWith("jpeg") ? "jpeg" : "png", file.toFile());
  }
}
