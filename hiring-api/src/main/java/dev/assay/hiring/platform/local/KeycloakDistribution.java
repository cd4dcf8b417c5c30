package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The real Keycloak, unpacked and augmented for PostgreSQL and for what Assay uses of it. Servers
 * share one distribution: what a server writes is in a home directory of its own.
 *
 * @param directory as unpacked from the published archive
 */
record KeycloakDistribution(Path directory) {
    // Fewer features start faster. Everything here is something Assay has no use for.
    private static final List<String> WITHOUT =
            List.of(
                    "admin-fine-grained-authz",
                    "authorization",
                    "ciba",
                    "cimd",
                    "client-auth-federated",
                    "client-policies",
                    "declarative-ui",
                    "device-flow",
                    "dpop",
                    "impersonation",
                    "jwt-authorization-grant",
                    "kerberos",
                    "kubernetes-service-accounts",
                    "logout-all-sessions",
                    "oid4vc-vci",
                    "opentelemetry",
                    "opentelemetry-logs",
                    "opentelemetry-metrics",
                    "par",
                    "passkeys",
                    "passkeys-conditional-ui-authenticator",
                    "recovery-codes",
                    "scim-api",
                    "spiffe",
                    "step-up-authentication-saml",
                    "token-exchange-standard",
                    "update-email",
                    "user-event-metrics",
                    "web-authn",
                    "workflows");

    private static final List<String> BUILD =
            List.of(
                    "build",
                    "--db=postgres",
                    "--health-enabled=false",
                    "--metrics-enabled=false",
                    "--features=organization",
                    "--features-disabled=" + String.join(",", WITHOUT));

    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx512m",
                    "-XX:MaxMetaspaceSize=256m",
                    // A short life on few cores: the simplest collector and compiler start fastest.
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "-Dpicocli.disable.closures=true",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED");

    /** Unpacks and augments it at first use, which takes half a minute. */
    static KeycloakDistribution installed(Path root) {
        String version = version();
        Path home = LocalInstallation.home(root);
        String name =
                "keycloak-%s-%s"
                        .formatted(version, LocalInstallation.fingerprint(BUILD.toString()));
        Path archive =
                home.resolve("dist").resolve("keycloak-quarkus-dist-%s.zip".formatted(version));
        return new KeycloakDistribution(
                InstalledOnce.at(
                        home.resolve(name),
                        directory -> {
                            unpack(archive, directory);
                            new KeycloakDistribution(directory)
                                    .augment(home.resolve(name + ".log"));
                        }));
    }

    static String version() {
        return LocalInstallation.version("keycloak");
    }

    /** The mark by which a Keycloak on this home directory is told from all other processes. */
    static String mark(Path home) {
        return "-Dkc.home.dir=" + home;
    }

    /**
     * The command line of Keycloak on a home directory; {@code lib} of ours must be found there.
     */
    List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(mark(home));
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(JVM);
        command.add("-cp");
        command.add(directory.resolve("lib").resolve("quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }

    private void augment(Path log) {
        Programs.run(command(directory, BUILD), log);
    }

    private static void unpack(Path archive, Path target) {
        if (!Files.isRegularFile(archive)) {
            throw new LocalRunException(
                    "%s is missing; a build of hiring-api fetches it, such as ./assay run begins with"
                            .formatted(archive));
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                unpack(zip, entry, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be unpacked from " + archive, e);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        // Everything in the archive is below one directory that carries the version.
        Path name = Path.of(entry.getName());
        if (entry.isDirectory() || name.getNameCount() < 2) {
            return;
        }
        Path path = target.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive points outside itself: " + entry.getName());
        }
        Files.createDirectories(path.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, path);
        }
    }
}
