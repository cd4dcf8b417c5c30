package dev.assay.hiring;

import dev.assay.hiring.platform.local.RunningLocally;
import dev.assay.hiring.skills.OfficialFiles;
import dev.assay.hiring.skills.Vocabularies;
import dev.assay.hiring.skills.Vocabulary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * {@code skills import DIR}: the operator's way to take in the official files of ESCO and O*NET.
 * Needs the database, by the same settings as a node. Safe to repeat.
 */
public final class SkillsCommand {

    /** What the command line begins with. */
    public static final String NAME = "skills";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private SkillsCommand() {}

    /** Whether these arguments of a program ask for this instead. */
    public static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Runs with the settings of a production node: environment and configuration files.
     *
     * @return the exit code for the process: 0 done, 1 not done, 2 refused
     */
    public static int run(String[] arguments) {
        return run(Arrays.copyOfRange(arguments, 1, arguments.length), Map.of(), System.out);
    }

    /** What {@code ./assay skills} starts: works on the local run that is up. */
    public static void main(String[] arguments) {
        System.exit(
                run(
                        arguments,
                        RunningLocally.settings(RunningLocally.usualData(), 8180),
                        System.out));
    }

    /** Runs with these settings besides, writing there. */
    static int run(String[] arguments, Map<String, Object> settings, PrintStream out) {
        if (arguments.length < 2 || arguments.length > 3 || !arguments[0].equals("import")) {
            out.println("Usage: skills import DIR [VERSION]");
            return REFUSED;
        }
        String version = arguments.length == 3 ? arguments[2] : "unknown";
        List<Vocabulary> found;
        try {
            found = read(Path.of(arguments[1]), out).vocabularies(version);
        } catch (IOException failure) {
            out.printf(
                    "%s cannot be read (%s).%n", arguments[1], failure.getClass().getSimpleName());
            return REFUSED;
        }
        if (found.isEmpty()) {
            out.println("No official file of ESCO or O*NET is there.");
            return FAILED;
        }
        try (ConfigurableApplicationContext context = start(settings)) {
            Vocabularies vocabularies = context.getBean(Vocabularies.class);
            for (Vocabulary vocabulary : found) {
                Vocabularies.Import done = vocabularies.take(vocabulary);
                out.printf(
                        "%s: %d skills read, %d of them new or changed; %d new relations.%n%s%n",
                        done.framework(),
                        done.read(),
                        done.skills(),
                        done.relations(),
                        vocabulary.attribution());
            }
        }
        return DONE;
    }

    private static OfficialFiles read(Path folder, PrintStream out) throws IOException {
        OfficialFiles files = new OfficialFiles();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder, 3)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            boolean known = files.read(Files.readAllBytes(file));
            out.printf("%-10s %s%n", known ? "read" : "passed", folder.relativize(file));
        }
        return files;
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        String[] arguments =
                settings.entrySet().stream()
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new);
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.main.log-startup-info=false",
                        "logging.level.root=warn",
                        "logging.level.org.jooq.Constants=warn")
                .run(arguments);
    }

    /** The few parts this needs. Not marked as a configuration, or every node would take it in. */
    @ImportAutoConfiguration(JacksonAutoConfiguration.class)
    @ComponentScan(
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.platform\\.persistence\\.(PersistenceConfiguration|RuntimeRoleCheck)",
                                ".*\\.platform\\.time\\.TimeConfiguration",
                                ".*\\.skills\\.(Vocabularies|VocabularyRepository|KnownVocabulary)",
                                ".*\\.skills\\.(SkillRepository|OwnSkillRepository)"
                            }))
    static class Parts {

        /** What the pools count, nobody asks here. */
        @Bean
        MeterRegistry uncounted() {
            return new SimpleMeterRegistry();
        }
    }
}
