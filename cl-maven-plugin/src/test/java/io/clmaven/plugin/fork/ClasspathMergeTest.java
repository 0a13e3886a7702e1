package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClasspathMergeTest {

  @Test
  void putsTheProjectFirst() {
    assertThat(merge(List.of(jar("u:mine:1")), List.of(jar("io.clmaven:cl-runtime:1"))))
        .containsExactly("u:mine:1", "io.clmaven:cl-runtime:1");
  }

  @Test
  void keepsTheNewerOfTwoVersionsInThePlaceOfTheProject() {
    List<ClasspathEntry> project = List.of(jar("g:old:1.9"), jar("g:new:2.10"), jar("u:mine:1"));
    List<ClasspathEntry> runtime = List.of(jar("g:new:2.9"), jar("g:old:1.10"));

    assertThat(merge(project, runtime)).containsExactly("g:old:1.10", "g:new:2.10", "u:mine:1");
  }

  @Test
  void keepsTheRuntimesVersionOfTheEngine() {
    List<ClasspathEntry> project = List.of(jar("org.bytedeco:javacpp:1.5.7"), jar("g:a:1"));
    List<ClasspathEntry> newer = List.of(jar("org.bytedeco:javacpp:1.6.0"));
    List<ClasspathEntry> runtime = List.of(jar("org.bytedeco:javacpp:1.5.13"));

    assertThat(merge(project, runtime)).containsExactly("org.bytedeco:javacpp:1.5.13", "g:a:1");
    assertThat(merge(newer, runtime)).containsExactly("org.bytedeco:javacpp:1.5.13");
  }

  @Test
  void tellsClassifiersApart() {
    ClasspathEntry plain = jar("g:a:1");
    ClasspathEntry classified = new ClasspathEntry("g", "a", "linux", "2", Path.of("x.jar"));

    assertThat(ClasspathMerge.merge(List.of(plain), List.of(classified)))
        .containsExactly(plain, classified);
  }

  private static List<String> merge(List<ClasspathEntry> project, List<ClasspathEntry> runtime) {
    return ClasspathMerge.merge(project, runtime).stream()
        .map(ClasspathEntry::coordinates)
        .toList();
  }

  private static ClasspathEntry jar(String coordinates) {
    String[] parts = coordinates.split(":");
    return new ClasspathEntry(parts[0], parts[1], "", parts[2], Path.of(parts[1] + ".jar"));
  }
}
