package dev.assay.credential.fuzz;

import dev.assay.credential.fixture.Fixtures;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds, what Jazzer once found, and a few hundred mutations of both; seconds, every time. */
class CorpusTest {

    private static final int MUTATIONS = 120;

    static List<Targets.Target> targets() {
        return Targets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void breaksNoTarget(Targets.Target target) throws URISyntaxException {
        var inputs = new ArrayList<>(target.seeds());
        inputs.addAll(findings(target));
        var random = new Random(17);
        for (var input : inputs) {
            run(target, input);
            for (int i = 0; i < MUTATIONS; i++) {
                run(target, mutated(input, random));
            }
        }
    }

    private static void run(Targets.Target target, byte[] input) {
        Assertions.assertThatCode(() -> target.run().accept(input))
                .as(() -> target + " on " + java.util.HexFormat.of().formatHex(input))
                .doesNotThrowAnyException();
    }

    /** Inputs that once broke something lie beside this test, one folder a target. */
    private static List<byte[]> findings(Targets.Target target) throws URISyntaxException {
        var folder = CorpusTest.class.getResource(target.toString());
        return folder == null
                ? List.of()
                : Fixtures.files(Path.of(folder.toURI()), "").stream()
                        .map(Fixtures::bytes)
                        .toList();
    }

    private static byte[] mutated(byte[] input, Random random) {
        byte[] altered = input.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && altered.length > 0; i++) {
            int at = random.nextInt(altered.length);
            switch (random.nextInt(3)) {
                case 0 -> altered[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> altered[at] = (byte) random.nextInt();
                default -> altered = without(altered, at, random.nextInt(16));
            }
        }
        return altered;
    }

    private static byte[] without(byte[] input, int at, int count) {
        int until = Math.min(input.length, at + count);
        byte[] shorter = new byte[input.length - (until - at)];
        System.arraycopy(input, 0, shorter, 0, at);
        System.arraycopy(input, until, shorter, at, input.length - until);
        return shorter;
    }
}
