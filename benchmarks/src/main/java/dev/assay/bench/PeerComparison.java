package dev.assay.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures us beside {@code @digitalbazaar/vc} and {@code jose} on the same credentials, in turn:
 * in each round, for each kind of proof, a window of theirs and one of ours; once also one of ours
 * without native code, and one of the signature alone, so that it shows what the rest costs. Then
 * many credentials on one core and on two. Prints what it found. Every window goes into a file as
 * soon as it is over, so that a run which is stopped was not for nothing.
 *
 * <p>Arguments: the folder {@code interop}, with its packages installed; the file for the windows;
 * and how many rounds.
 */
final class PeerComparison {

    private static final List<String> PROOFS =
            List.of(
                    "eddsa-rdfc-2022",
                    "Ed25519Signature2020",
                    "eddsa-jcs-2022",
                    "jwt-rs256",
                    "jwt-es256",
                    "jwt-eddsa");
    private static final String WITHOUT_NATIVE_CODE = "oursWithoutNativeCode";
    private static final String SIGNATURE = "signatureAlone";
    private static final int WARM_UP_SECONDS = 3;
    private static final int SECONDS = 6;

    private final Path interop;
    private final Path credentials;
    private final Path file;
    private final ObjectNode windows = JsonNodeFactory.instance.objectNode();

    private PeerComparison(Path interop, Path credentials, Path file) {
        this.interop = interop;
        this.credentials = credentials;
        this.file = file;
    }

    public static void main(String[] arguments) throws Exception {
        var credentials = Files.createTempDirectory("assay-bench");
        var comparison =
                new PeerComparison(Path.of(arguments[0]), credentials, Path.of(arguments[1]));
        comparison.node("issue-many.mjs", List.of(credentials.toString()), "");
        int rounds = Integer.parseInt(arguments[2]);
        for (int round = 0; round < rounds; round++) {
            for (var proof : PROOFS) {
                comparison.round(proof);
            }
        }
        comparison.print();
        comparison.bulk();
    }

    private void store() throws IOException {
        Files.writeString(file, windows.toPrettyString() + System.lineSeparator());
    }

    private void round(String proof) throws IOException, InterruptedException, RunnerException {
        add(proof, "theirs", theirs(proof));
        add(proof, "ours", ours("verification", proof, ""));
        if (!windows.path(proof).has(WITHOUT_NATIVE_CODE)) { // once is enough
            add(proof, WITHOUT_NATIVE_CODE, ours("verification", proof, "bouncy-castle"));
            add(proof, SIGNATURE, ours("signature", proof, ""));
        }
    }

    private void add(String proof, String side, ObjectNode window) throws IOException {
        windows.withObject("/" + proof).withArray("/" + side).add(window);
        store();
        System.err.printf("%-22s %-22s %,10.0f a CPU second%n", proof, side, perCpuSecond(window));
    }

    private static double perCpuSecond(ObjectNode window) {
        return window.path("operations").doubleValue() / window.path("cpuSeconds").doubleValue();
    }

    // --- the two sides ------------------------------------------------------------------------

    private ObjectNode theirs(String proof) throws IOException, InterruptedException {
        var answers =
                node(
                        "measure.mjs",
                        List.of(proof, credentials.toString()),
                        WARM_UP_SECONDS + "\n" + SECONDS + "\n");
        return (ObjectNode) JsonMapper.shared().readTree(answers.getLast());
    }

    private List<String> node(String script, List<String> arguments, String input)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", interop.resolve(script).toString()));
        command.addAll(arguments);
        return run(command, input);
    }

    private static List<String> run(List<String> command, String input)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var lines = new ArrayList<String>();
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        return lines;
    }

    private ObjectNode ours(String method, String proof, String first) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(PeerBenchmark.class.getName() + "." + method)
                        .param("proof", proof)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(SECONDS / 3))
                        .forks(1)
                        .jvmArgs(
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dassay.signatures=" + first,
                                "-D" + IssuedCredentials.FOLDER + "=" + credentials)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        var result = new Runner(options).runSingle();
        return JsonNodeFactory.instance
                .objectNode()
                .put("operations", counted(result, "operations"))
                .put("cpuSeconds", counted(result, "cpuNanos") / 1e9)
                .put("threadCpuSeconds", counted(result, "threadNanos") / 1e9)
                .put("perWallSecond", result.getPrimaryResult().getScore());
    }

    private static double counted(RunResult result, String what) {
        return Objects.requireNonNull(result.getSecondaryResults().get(what), what).getScore();
    }

    // --- many ---------------------------------------------------------------------------------

    private void bulk() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (var proof : List.of("eddsa-rdfc-2022", "eddsa-jcs-2022")) {
            var line =
                    run(
                                    List.of(
                                            java,
                                            "-Xmx256m",
                                            "-XX:+UseParallelGC",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-D" + IssuedCredentials.FOLDER + "=" + credentials,
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            BulkMeasurement.class.getName(),
                                            proof),
                                    "")
                            .getLast();
            var measured = JsonMapper.shared().readTree(line);
            windows.withObject("/bulk").set(proof, measured);
            store();
            double one = median(doubles(measured.path("one")));
            double two = median(doubles(measured.path("two")));
            System.out.printf(
                    "10,000 x %s: %.2f s on one core, %.2f s on two: %.2f times; peak %d of %d MiB%n",
                    proof,
                    one,
                    two,
                    one / two,
                    measured.path("peakMiB").intValue(),
                    measured.path("maxMiB").intValue());
        }
    }

    private static double[] doubles(JsonNode list) {
        return list.values().stream().mapToDouble(n -> n.doubleValue()).toArray();
    }

    // --- what was found -----------------------------------------------------------------------

    private void print() {
        System.out.println(
                "| proof | theirs | ours | ratio | rounds | without native code | ratio"
                        + " | µs each | of which signature | the rest |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (var proof : PROOFS) {
            Map<String, double[]> sides = new LinkedHashMap<>();
            windows.path(proof)
                    .properties()
                    .forEach(side ->
                            sides.put(
                                    side.getKey(),
                                    side.getValue().values().stream()
                                            .mapToDouble(w -> perCpuSecond((ObjectNode) w))
                                            .toArray()));
            double[] theirs = sides.getOrDefault("theirs", new double[0]);
            double[] ours = sides.getOrDefault("ours", new double[0]);
            double[] without = sides.getOrDefault(WITHOUT_NATIVE_CODE, new double[0]);
            double[] signature = sides.getOrDefault(SIGNATURE, new double[0]);
            double[] ratios = new double[theirs.length];
            Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
            System.out.printf(
                    "| %s | %,.0f | %,.0f | %.1f | %.1f to %.1f | %,.0f | %.1f | %.1f | %.1f | %.1f |%n",
                    proof,
                    median(theirs),
                    median(ours),
                    median(ratios),
                    Arrays.stream(ratios).min().orElse(0),
                    Arrays.stream(ratios).max().orElse(0),
                    median(without),
                    median(without) / median(theirs),
                    1e6 / median(ours),
                    1e6 / median(signature),
                    1e6 / median(ours) - 1e6 / median(signature));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
