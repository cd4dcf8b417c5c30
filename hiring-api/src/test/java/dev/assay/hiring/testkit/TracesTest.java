package dev.assay.hiring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String WORD = "Zyx-Ångström@marker.example";

    private final Traces traces = Traces.of(List.of(WORD));

    @Test
    void findsNothingInSomethingElse() {
        assertThat(traces.in("Zyx-Angstrom@marker.example and more")).isEmpty();
    }

    @Test
    void findsTheWordInEveryWayItIsWritten() throws Exception {
        byte[] utf8 = WORD.getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8);

        assertThat(traces.in("… " + WORD + " …")).isNotEmpty();
        assertThat(traces.in(("a" + WORD).getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
        assertThat(traces.in(("a" + WORD).getBytes(StandardCharsets.UTF_16BE))).isNotEmpty();
        assertThat(traces.in("?q=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(traces.in("\"Zyx-\\u00c5ngstr\\u00f6m@marker.example\"")).isNotEmpty();
        assertThat(traces.in(HexFormat.of().formatHex(utf8))).isNotEmpty();
        assertThat(traces.in(digest)).isNotEmpty();
        assertThat(traces.in(HexFormat.of().formatHex(digest))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd"})
    void findsItInsideOfBase64WhateverStandsBefore(String before) {
        byte[] text = (before + WORD + " and after").getBytes(StandardCharsets.UTF_8);

        assertThat(traces.in(Base64.getEncoder().encodeToString(text))).isNotEmpty();
        assertThat(traces.in(Base64.getUrlEncoder().encodeToString(text))).isNotEmpty();
    }

    @Test
    void saysInWhichFile(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("clean"), "nothing");
        Files.createDirectory(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub").resolve("dirty"), "x" + WORD);
        Files.writeString(directory.resolve("left-out"), WORD);

        assertThat(traces.inFiles(directory, file -> !file.endsWith("left-out")))
                .containsExactly("sub/dirty: " + WORD + " in UTF-8");
    }
}
