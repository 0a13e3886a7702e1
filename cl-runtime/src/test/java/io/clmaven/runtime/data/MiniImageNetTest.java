package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.data.MiniImageNetCut.ClassList;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniImageNetTest {

  private static final String HEAD = "filename,label\n";
  private static final MiniImageNetCut TINY =
      new MiniImageNetCut(
          List.of(
              new ClassList("train.csv", 2),
              new ClassList("test.csv", 1),
              new ClassList("val.csv", 1)),
          2,
          1,
          8);

  @TempDir Path project;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Three images of each of four classes, each of one grey level. */
  @BeforeEach
  void makeFiles() {
    list("train.csv", "n7", 10, "n1", 20);
    list("val.csv", "n3", 30);
    list("test.csv", "n9", 40);
  }

  private void list(String name, Object... classesAndLevels) {
    StringBuilder lines = new StringBuilder(HEAD);
    for (int c = 0; c < classesAndLevels.length; c += 2) {
      for (int i = 2; i >= 0; i--) {
        String image = classesAndLevels[c] + "_" + i + ".jpg";
        lines.append(image).append(',').append(classesAndLevels[c]).append('\n');
        int level = (int) classesAndLevels[c + 1] + i;
        files.put("images/" + image, GeneratedPictures.jpeg(8, 8, level));
      }
    }
    files.put(name, lines.toString().getBytes());
  }

  @Test
  void ordersTheClassesAsTheListsOfTrainingTestAndValidation() {
    PackedDataSet packed = open();

    assertThat(packed.shape()).containsExactly(3, 8, 8);
    assertThat(packed.classes()).containsExactly("n7", "n1", "n9", "n3");
    assertThat(GeneratedPictures.labels(packed, Split.TRAIN))
        .containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    assertThat(GeneratedPictures.labels(packed, Split.TEST)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void takesTheLastImagesOfEachListForTheTest() {
    PackedDataSet packed = open();

    assertThat(GeneratedPictures.levels(packed, Split.TRAIN))
        .containsExactly(12, 11, 22, 21, 42, 41, 32, 31);
    assertThat(GeneratedPictures.levels(packed, Split.TEST)).containsExactly(10, 20, 40, 30);
  }

  @Test
  void readsAZipFileWithAFolderAroundEverything() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(project.resolve("mini.zip")))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("mini-imagenet/" + file.getKey()));
        zip.write(file.getValue());
      }
    }

    assertThat(GeneratedPictures.levels(open("mini.zip"), Split.TEST))
        .containsExactly(10, 20, 40, 30);
  }

  @Test
  void readsATarFile() throws IOException {
    try (OutputStream out = Files.newOutputStream(project.resolve("mini.tar"));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("./" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }

    assertThat(GeneratedPictures.levels(open("mini.tar"), Split.TEST))
        .containsExactly(10, 20, 40, 30);
  }

  @Test
  void shrinksLargerImages() {
    files.put("images/n9_0.jpg", GeneratedPictures.jpeg(30, 20, 90));

    assertThat(GeneratedPictures.levels(open(), Split.TEST)).containsExactly(10, 20, 90, 30);
  }

  @Test
  void changesItsHashWithAnImageOrAList() {
    String before = hash();
    files.put("images/n9_0.jpg", GeneratedPictures.jpeg(8, 8, 90));
    String otherImage = hash();
    files.put("val.csv", (HEAD + "n3_0.jpg,n3\nn3_1.jpg,n3\nn3_2.jpg,n3\n").getBytes());

    assertThat(List.of(before, otherImage, hash())).doesNotHaveDuplicates();
  }

  @Test
  void describesThePublishedLists() {
    MiniImageNet published = new MiniImageNet();

    assertThat(published.form(new MiniImageNet.Settings("x")))
        .contains(new ImageForm(List.of(3, 84, 84), 100));
    assertThat(published.files(new MiniImageNet.Settings("x"))).isEmpty();
  }

  @Test
  void saysWhatToPutWhereIfThereIsNothing() {
    assertRefused(
        "nowhere",
        "there is no folder, zip file or tar file '%s'. Put train.csv, val.csv and test.csv of Ravi"
            + " and Larochelle there, and the images into 'images/' beside them, or set"
            + " 'directory'.");
  }

  @Test
  void refusesAFileThatIsNoArchive() throws IOException {
    Files.writeString(project.resolve("mini.zip"), "no archive");

    assertThatThrownBy(() -> open("mini.zip"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "Cannot read data set 'mini-imagenet': '%s': ", project.resolve("mini.zip"))
        .hasMessageEndingWith(". Give a folder, a zip file or a tar file that is not compressed.");
  }

  @Test
  void refusesAFolderWithoutAList() {
    files.remove("val.csv");

    assertRefused("'%s' holds no 'val.csv'. Add the list of Ravi and Larochelle.");
  }

  @Test
  void refusesAListWithoutTheNamesOfItsColumns() {
    files.put("val.csv", "n3_0.jpg,n3\nn3_1.jpg,n3\nn3_2.jpg,n3\n".getBytes());

    assertRefused("line 1 of 'val.csv' in '%s' is not 'filename,label'. Repair it.");
  }

  @Test
  void refusesAnEmptyList() {
    files.put("val.csv", new byte[0]);

    assertRefused("line 1 of 'val.csv' in '%s' is not 'filename,label'. Repair it.");
  }

  @Test
  void refusesALineOfOneField() {
    files.put("val.csv", (HEAD + "n3_0.jpg,n3\nn3_1.jpg\n").getBytes());

    assertRefused("line 3 of 'val.csv' in '%s' is not 'filename,label'. Repair it.");
  }

  @Test
  void refusesAListedImageThatIsNotThere() {
    files.remove("images/n3_1.jpg");

    assertRefused("'val.csv' in '%s' lists 'images/n3_1.jpg', which is not there. Add it.");
  }

  @Test
  void refusesAnotherNumberOfClasses() {
    list("val.csv", "n3", 30, "n4", 50);

    assertRefused(
        "'val.csv' in '%s' lists 2 classes, expected 1. Give the list of Ravi and Larochelle.");
  }

  @Test
  void refusesAClassOfTwoLists() {
    list("val.csv", "n7", 10);

    assertRefused(
        "'val.csv' in '%s' lists class 'n7', as another list does. Give the lists of Ravi and"
            + " Larochelle.");
  }

  @Test
  void refusesAClassWithTooFewImages() {
    files.put("val.csv", (HEAD + "n3_0.jpg,n3\nn3_1.jpg,n3\n").getBytes());

    assertRefused(
        "class 'n3' in '%s' has 2 images, expected 3. Give the lists of Ravi and Larochelle.");
  }

  @Test
  void refusesATruncatedImage() {
    files.computeIfPresent("images/n3_1.jpg", (name, whole) -> Arrays.copyOf(whole, 100));

    assertRefused("its image 'images/n3_1.jpg' in '%s' cannot be read (truncated). Replace it.");
  }

  private void assertRefused(String cause) {
    assertRefused("mini", cause);
  }

  private void assertRefused(String directory, String cause) {
    assertThatThrownBy(() -> open(directory))
        .isInstanceOf(DataException.class)
        .hasMessage("Cannot read data set 'mini-imagenet': " + cause, project.resolve(directory));
  }

  private PackedDataSet open() {
    return open("mini");
  }

  private PackedDataSet open(String directory) {
    writeFolder();
    return new MiniImageNet(TINY).open(new MiniImageNet.Settings(directory), store());
  }

  private String hash() {
    writeFolder();
    return new MiniImageNet(TINY)
        .contentHashes(new MiniImageNet.Settings("mini"), store())
        .get("mini");
  }

  private DataStore store() {
    return new DataStore(project.resolve("cache"), project);
  }

  private void writeFolder() {
    try {
      Path images = Files.createDirectories(project.resolve("mini/images"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(images.getParent().resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
