package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WeightsMessagesTest {

  @Test
  void aFileThatMayNotBeReadIsToldOnce() {
    assertThat(unreadable(new AccessDeniedException("resnet18.safetensors")))
        .isEqualTo(
            "Cannot read weights 'resnet18.safetensors': it may not be read. Check the file and its"
                + " rights.");
  }

  @Test
  void anotherCauseIsPassedOn() {
    assertThat(unreadable(new IOException("Input/output error")))
        .isEqualTo(
            "Cannot read weights 'resnet18.safetensors': Input/output error. Check the file and its"
                + " rights.");
  }

  @Test
  void aCauseWithoutAMessageIsNamed() {
    assertThat(unreadable(new EOFException()))
        .isEqualTo(
            "Cannot read weights 'resnet18.safetensors': EOFException. Check the file and its"
                + " rights.");
  }

  private static String unreadable(IOException cause) {
    return WeightsMessages.unreadable(Path.of("resnet18.safetensors"), cause).getMessage();
  }
}
