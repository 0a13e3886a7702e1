package io.clmaven.plugin.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The machine as the native libraries see it.
 *
 * @param name operating system and architecture in JavaCPP's words, for example {@code
 *     linux-x86_64}
 * @param features CPU features of interest: {@code avx2}, {@code avx512f}
 */
public record Platform(String name, List<String> features) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final List<String> KNOWN = List.of("avx2", "avx512f");

  /** Returns the machine this JVM runs on. */
  public static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"), cpuInfo());
  }

  static Platform of(String osName, String osArch, String cpuInfo) {
    List<String> features =
        KNOWN.stream()
            .filter(f -> Pattern.compile("\\b%s\\b".formatted(f)).matcher(cpuInfo).find())
            .toList();
    return new Platform(os(osName) + "-" + architecture(osArch), features);
  }

  /** Returns the classifier of nd4j-native that suits this machine best. */
  String nd4jClassifier() {
    return features.contains("avx2") ? name + "-avx2" : name;
  }

  boolean hasAvx512() {
    return features.contains("avx512f");
  }

  private static String os(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mac")) {
      return "macosx";
    }
    return lower.startsWith("windows") ? "windows" : "linux";
  }

  private static String architecture(String arch) {
    return switch (arch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> arch.toLowerCase(Locale.ROOT);
    };
  }

  private static String cpuInfo() {
    try {
      return Files.isReadable(CPU_INFO)
          ? Files.readString(CPU_INFO, StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}
