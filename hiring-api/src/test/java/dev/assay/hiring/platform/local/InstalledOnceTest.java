package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledOnceTest {
    private final AtomicInteger fillings = new AtomicInteger();

    @TempDir private Path parent;

    @Test
    void isFilledOnce() {
        Path first = InstalledOnce.at(parent.resolve("program"), this::fill);
        Path second = InstalledOnce.at(parent.resolve("program"), this::fill);

        assertThat(first).isEqualTo(second).isDirectoryContaining("glob:**/content");
        assertThat(fillings).hasValue(1);
    }

    @Test
    void isNotThereUntilItIsWhole() {
        Path directory = parent.resolve("program");

        assertThatThrownBy(() ->
                        InstalledOnce.at(
                                directory,
                                unfinished -> {
                                    fill(unfinished);
                                    throw new LocalRunException("pulled the plug");
                                }))
                .hasMessage("pulled the plug");

        assertThat(directory).doesNotExist();
    }

    @Test
    void beginsAnewAfterAFailure() throws Exception {
        Path leftover = Files.createDirectory(parent.resolve("program.unfinished"));
        Files.writeString(leftover.resolve("half"), "");

        Path directory = InstalledOnce.at(parent.resolve("program"), this::fill);

        assertThat(directory.resolve("half")).doesNotExist();
        assertThat(directory.resolve("content")).exists();
    }

    private void fill(Path directory) {
        fillings.incrementAndGet();
        try {
            Files.writeString(directory.resolve("content"), "whole");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
