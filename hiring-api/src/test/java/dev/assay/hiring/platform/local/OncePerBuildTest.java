package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OncePerBuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path parent;
    private Path folder;
    private OncePerBuild once;
    private Process build;

    private record Answering(String address, CountDownLatch closed)
            implements OncePerBuild.Service {
        @Override
        public void close() {
            closed.countDown();
        }
    }

    @BeforeEach
    void aBuild() throws Exception {
        folder = parent.resolve("suite");
        once = new OncePerBuild(folder);
        build = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        build.destroyForcibly();
    }

    @Test
    void nobodyHasTakenItAtFirst() {
        assertThat(once.isTaken()).isFalse();
    }

    @Test
    void everybodyFindsItUntilTheBuildEnds() throws Exception {
        var closed = new CountDownLatch(1);
        CompletableFuture<Void> host = hosting(_ -> new Answering("http://here", closed));

        assertThat(once.await(PATIENCE)).isEqualTo("http://here");
        assertThat(new OncePerBuild(folder).isTaken()).isTrue();
        assertThat(closed.getCount()).isOne();

        build.destroyForcibly();

        host.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(closed.getCount()).isZero();
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void saysWhyItDidNotStart() {
        CompletableFuture<Void> host =
                hosting(_ -> {
                    throw new LocalRunException("no room");
                });

        assertThatThrownBy(() -> once.await(PATIENCE)).hasMessage("no room");
        assertThatThrownBy(host::join).hasRootCauseMessage("no room");
        // Others hear of it too, instead of trying the same again.
        assertThat(once.isTaken()).isTrue();
    }

    @Test
    void losesPatienceInTheEnd() {
        assertThatThrownBy(() -> once.await(Duration.ZERO))
                .isInstanceOf(LocalRunException.class)
                .hasMessageContaining("nothing was ready");
    }

    private CompletableFuture<Void> hosting(Function<Path, OncePerBuild.Service> start) {
        return CompletableFuture.runAsync(
                () -> once.host(build.toHandle(), start),
                task -> Thread.ofPlatform().daemon().start(task));
    }
}
