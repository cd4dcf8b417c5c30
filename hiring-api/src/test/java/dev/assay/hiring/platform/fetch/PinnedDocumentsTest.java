package dev.assay.hiring.platform.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that answers before the network does. */
class PinnedDocumentsTest {

    private static final String ADDRESS = "https://school.example/did.json";

    @TempDir private Path folder;

    @BeforeEach
    void pin() throws IOException {
        write("did.json", "{\"id\":1}");
        write("manifest.json", "{\"" + ADDRESS + "\": \"did.json\"}");
    }

    @Test
    void answersForAnAddressInAnySpelling() {
        PinnedDocuments pinned = PinnedDocuments.in(folder);

        assertThat(content(pinned, ADDRESS)).isEqualTo("{\"id\":1}");
        assertThat(content(pinned, "HTTPS://School.Example:443/did.json")).isEqualTo("{\"id\":1}");
        assertThat(of(pinned, "https://school.example/did.json?x")).isNull();
        assertThat(((Fetch.Fetched) fetch(pinned, ADDRESS)).contentType())
                .isEqualTo("application/json");
    }

    @Test
    void keepsWhatTheManifestSaysOfTheType() throws IOException {
        write(
                "manifest.json",
                "{\""
                        + ADDRESS
                        + "\": {\"file\": \"did.json\", \"contentType\": \"application/did\"}}");

        assertThat(((Fetch.Fetched) fetch(PinnedDocuments.in(folder), ADDRESS)).contentType())
                .isEqualTo("application/did");
    }

    @Test
    void seesANewManifestAndANewFile() throws IOException {
        PinnedDocuments pinned = PinnedDocuments.in(folder);
        write("did.json", "{\"id\":2}");
        assertThat(content(pinned, ADDRESS)).isEqualTo("{\"id\":2}");

        write("other.json", "{}");
        write(
                "manifest.json",
                "{\"" + ADDRESS + "\": \"did.json\", \"https://other.example/\": \"other.json\"}");
        assertThat(content(pinned, "https://other.example")).isEqualTo("{}");

        Files.delete(folder.resolve("manifest.json"));
        assertThat(of(pinned, ADDRESS)).isNull();
    }

    @Test
    void waitsForAManifestThatIsNotThereYet() throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        PinnedDocuments pinned = PinnedDocuments.in(folder);
        assertThat(of(pinned, ADDRESS)).isNull();

        pin();

        assertThat(of(pinned, ADDRESS)).isNotNull();
    }

    @Test
    void keepsTheLastGoodManifestWhenANewOneIsWrong() throws IOException {
        PinnedDocuments pinned = PinnedDocuments.in(folder);
        write("manifest.json", "{\"" + ADDRESS + "\": ");

        assertThat(content(pinned, ADDRESS)).isEqualTo("{\"id\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"http://school.example/\": \"did.json\"}",
                "{\"https://127.0.0.1/\": \"did.json\"}",
                "{\"https://school.example/\": \"../did.json\"}",
                "{\"https://school.example/\": \"/etc/passwd\"}",
                "{\"https://school.example/\": \".hidden\"}",
                "{\"https://school.example/\": \"\"}",
                "{\"https://school.example/\": 1}",
                "{\"https://school.example/\": {}}",
                "{\"https://school.example/\": \"a\", \"https://school.example\": \"b\"}",
                "{\"https://school.example/\": \"a\", \"https://school.example/\": \"b\"}"
            })
    void refusesAWrongManifestAtStart(String manifest) throws IOException {
        write("manifest.json", manifest);

        assertThatThrownBy(() -> PinnedDocuments.in(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("manifest.json");
    }

    @Test
    void refusesAFolderThatIsNone() {
        assertThatThrownBy(() -> PinnedDocuments.in(folder.resolve("none")))
                .hasMessageContaining("assay.fetch.pinned-documents");
    }

    @Test
    void answersBeforeTheNetworkAndWhereThereIsNone() throws NoSuchAlgorithmException {
        Guards guards = new Guards();
        guards.pinned = folder;
        guards.network = false;
        try (TestServer canary = TestServer.canary();
                FetchGuard guard = guards.before(canary, SSLContext.getDefault())) {
            assertThat(guard.document(ADDRESS, Duration.ofSeconds(1)))
                    .isInstanceOf(Fetch.Fetched.class);
            assertThat(guard.document("https://school.example/", Duration.ofSeconds(1)))
                    .isEqualTo(new Fetch.Failed(FetchFault.NETWORK_OFF));
        }
    }

    @Test
    void neverAsksTheNetworkForAPinnedFileThatIsMissing()
            throws IOException, NoSuchAlgorithmException {
        Files.delete(folder.resolve("did.json"));
        Guards guards = new Guards();
        guards.pinned = folder;
        try (TestServer canary = TestServer.canary();
                FetchGuard guard = guards.before(canary, SSLContext.getDefault())) {
            assertThat(guard.document(ADDRESS, Duration.ofSeconds(1)))
                    .isEqualTo(new Fetch.Failed(FetchFault.PINNED_UNREADABLE));
            assertThat(canary.connections).hasValue(0);
        }
    }

    private void write(String file, String text) throws IOException {
        // Another file each time, as an editor or a deployment does it.
        Path fresh = Files.writeString(Files.createTempFile(folder, "new", ".tmp"), text, UTF_8);
        Files.move(
                fresh,
                folder.resolve(file),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String content(PinnedDocuments pinned, String address) {
        return new String(((Fetch.Fetched) fetch(pinned, address)).content(), UTF_8);
    }

    private static Fetch fetch(PinnedDocuments pinned, String address) {
        return java.util.Objects.requireNonNull(of(pinned, address));
    }

    private static @org.jspecify.annotations.Nullable Fetch of(
            PinnedDocuments pinned, String address) {
        WebAddress parsed = ((WebAddress.Accepted) WebAddress.parse(address)).address();
        return pinned.of(parsed).orElse(null);
    }
}
