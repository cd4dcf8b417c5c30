package dev.assay.credential.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The badge libraries of others, from {@code interop/}: {@code @digitalbazaar/vc} with its suites,
 * and {@code jose}. They sign and verify with the contexts we bundle and without any network.
 */
public final class IndependentImplementation {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int OLDEST_NODE = 20;

    private final Path folder;

    private IndependentImplementation(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs the packages if they are missing. Skips the calling test, with the reason, where
     * there is no Node or the packages cannot be had.
     */
    public static IndependentImplementation orSkip() {
        var folder = Path.of(System.getProperty("assay.root", "..")).resolve("interop");
        requireNode(folder);
        requirePackages(folder);
        return new IndependentImplementation(folder);
    }

    private static void requireNode(Path folder) {
        var version = Node.run(folder, "", "node", "--version");
        Assumptions.assumeTrue(version.succeeded(), "Node.js is not installed");
        int major = Integer.parseInt(version.output().strip().replaceAll("^v|\\..*", ""));
        Assumptions.assumeTrue(
                major >= OLDEST_NODE, "Node.js " + OLDEST_NODE + " is needed, found " + major);
    }

    /** The copy of package.json is written last, so a broken or older installation is redone. */
    private static void requirePackages(Path folder) {
        try {
            var wanted = Files.readString(folder.resolve("package.json"));
            var installed = folder.resolve("node_modules").resolve(".installed.json");
            if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
                return;
            }
            var npm =
                    Node.run(
                            folder,
                            "",
                            "npm",
                            "install",
                            "--ignore-scripts",
                            "--fetch-retries=1",
                            "--fetch-retry-mintimeout=1000",
                            "--fetch-retry-maxtimeout=2000");
            Assumptions.assumeTrue(
                    npm.succeeded(),
                    () -> "npm cannot install interop's packages: " + npm.errors());
            Files.writeString(installed, wanted);
        } catch (IOException e) {
            throw new IllegalStateException("interop/ cannot be prepared", e);
        }
    }

    /** One badge a kind, each by an issuer of its own. */
    public List<ForeignBadge> sign(BadgeOrder order) {
        return run("sign.mjs", json(order))
                .lines()
                .map(line -> MAPPER.readTree(line))
                .map(line -> {
                    var credential = line.path("credential");
                    return new ForeignBadge(
                            line.path("kind").stringValue(),
                            line.path("issuer").stringValue(),
                            credential.isString()
                                    ? credential.stringValue()
                                    : credential.toString());
                })
                .toList();
    }

    /** Whether the others, too, hold a credential with embedded proof to be verified. */
    public boolean verifies(ObjectNode credential, Instant now) {
        var question = JsonNodeFactory.instance.objectNode();
        question.set("credential", credential);
        question.put("now", now.toString());
        return MAPPER.readTree(run("verify.mjs", question)).path("verified").asBoolean();
    }

    private String run(String script, ObjectNode input) {
        var run = Node.run(folder, input.toString(), "node", script);
        if (!run.succeeded()) {
            throw new IllegalStateException("interop/" + script + " failed: " + run.errors());
        }
        return run.output();
    }

    private static ObjectNode json(BadgeOrder order) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("email", order.email());
        json.put("salt", order.salt());
        json.put("name", order.name());
        json.put("validFrom", order.validFrom().toString());
        order.validUntil().ifPresent(end -> json.put("validUntil", end.toString()));
        var skills = json.putArray("skills");
        for (var skill : order.skills()) {
            var node = skills.addObject();
            node.put("targetUrl", skill.targetUrl());
            node.put("targetName", skill.targetName());
            skill.level().ifPresent(level -> node.put("level", level));
        }
        if (!order.kinds().isEmpty()) {
            order.kinds().forEach(json.putArray("kinds")::add);
        }
        return json;
    }
}
