package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-x86_64",
    "Linux,aarch64,linux-arm64",
    "Mac OS X,x86_64,macosx-x86_64",
    "Mac OS X,aarch64,macosx-arm64",
    "Windows 11,amd64,windows-x86_64",
    "Linux,ppc64le,linux-ppc64le"
  })
  void speaksTheWordsOfJavaCpp(String os, String arch, String expected) {
    assertThat(Platform.of(os, arch, "").name()).isEqualTo(expected);
  }

  @Test
  void choosesTheLibraryForTheCpu() {
    Platform fast = Platform.of("Linux", "amd64", "flags : sse avx avx2 avx512f avx512dq");
    Platform plain = Platform.of("Linux", "amd64", "flags : sse avx");

    assertThat(fast.nd4jClassifier()).isEqualTo("linux-x86_64-avx2");
    assertThat(fast.hasAvx512()).isTrue();
    assertThat(plain.nd4jClassifier()).isEqualTo("linux-x86_64");
    assertThat(plain.hasAvx512()).isFalse();
  }
}
