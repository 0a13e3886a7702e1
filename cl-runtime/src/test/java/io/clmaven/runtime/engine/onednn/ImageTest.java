package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageTest {

  @Test
  void pixelsAreTakenTogetherUntilTheirChannelsFillVectors() {
    assertThat(new Image(20, 32, 32).wide()).isEqualTo(new Image(80, 1, 256));
    assertThat(new Image(40, 16, 16).wide()).isEqualTo(new Image(80, 1, 128));
    assertThat(new Image(5, 8, 8).wide()).isEqualTo(new Image(80, 1, 4));
  }

  @Test
  void anImageWhosePixelsCannotBeTakenTogetherStays() {
    assertThat(new Image(20, 3, 3).wide()).isEqualTo(new Image(20, 3, 3));
    assertThat(new Image(10, 1, 1).wide()).isEqualTo(new Image(10, 1, 1));
  }

  @Test
  void aWideImageHasTheSameValues() {
    assertThat(new Image(12, 6, 6).wide().size()).isEqualTo(12 * 6 * 6);
  }
}
