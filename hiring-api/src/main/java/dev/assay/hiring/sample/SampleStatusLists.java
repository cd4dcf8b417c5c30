package dev.assay.hiring.sample;

import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.StatusListIssuer;
import dev.assay.credential.issue.StatusListIssuer.StatusList;
import dev.assay.credential.issue.StatusPurpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The status lists of the sample's issuers. Their addresses lead nowhere, so the lists are put
 * among the pinned documents; one address is left out on purpose.
 */
@Component
@Profile("sample")
class SampleStatusLists {

    private static final int REVOKED = 7;
    private static final int SUSPENDED = 11;
    private static final int IN_FORCE = 42;
    private static final String MANIFEST = "manifest.json";
    private static final Instant PUBLISHED = Instant.parse("2025-01-07T09:00:00Z");

    private final Optional<Path> folder;
    private final JsonMapper json;

    /**
     * @param folder where pinned documents are; without one, the lists cannot be reached
     */
    SampleStatusLists(
            @Value("${assay.fetch.pinned-documents:#{null}}") Optional<Path> folder,
            JsonMapper json) {
        this.folder = folder;
        this.json = json;
    }

    /** Publishes the lists, beside whatever is pinned already. */
    void publish() {
        folder.ifPresent(where -> {
            try {
                Path file = where.resolve(MANIFEST);
                ObjectNode manifest =
                        Files.exists(file)
                                ? (ObjectNode) json.readTree(Files.readAllBytes(file))
                                : JsonNodeFactory.instance.objectNode();
                for (SampleIssuer issuer : SampleIssuer.values()) {
                    publish(where, manifest, issuer, StatusPurpose.REVOCATION, REVOKED);
                    publish(where, manifest, issuer, StatusPurpose.SUSPENSION, SUSPENDED);
                }
                write(file, json.writeValueAsBytes(manifest));
            } catch (IOException failure) {
                throw new UncheckedIOException("the sample's status lists", failure);
            }
        });
    }

    static BadgeAward revoked(SampleIssuer issuer, BadgeAward award) {
        return listed(issuer, award, REVOKED);
    }

    static BadgeAward suspended(SampleIssuer issuer, BadgeAward award) {
        return listed(issuer, award, SUSPENDED);
    }

    static BadgeAward inForce(SampleIssuer issuer, BadgeAward award) {
        return listed(issuer, award, IN_FORCE);
    }

    /** An award on a list that is nowhere to be had. */
    static BadgeAward unreachable(SampleIssuer issuer, BadgeAward award) {
        return award.withStatus(StatusPurpose.REVOCATION, issuer.address("status/lost"), REVOKED);
    }

    private static BadgeAward listed(SampleIssuer issuer, BadgeAward award, int index) {
        return award.withStatus(
                        StatusPurpose.REVOCATION, address(issuer, StatusPurpose.REVOCATION), index)
                .withStatus(
                        StatusPurpose.SUSPENSION, address(issuer, StatusPurpose.SUSPENSION), index);
    }

    private static void publish(
            Path folder, ObjectNode manifest, SampleIssuer issuer, StatusPurpose purpose, int set)
            throws IOException {
        String address = address(issuer, purpose);
        String file =
                "sample-%s-%s.json"
                        .formatted(
                                issuer.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                purpose.wireName());
        ObjectNode list =
                StatusListIssuer.create(issuer.key())
                        .issue(StatusList.of(address, purpose, Set.of(set), PUBLISHED));
        write(
                folder.resolve(file),
                list.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        manifest.putObject(address).put("file", file).put("contentType", "application/vc");
    }

    private static String address(SampleIssuer issuer, StatusPurpose purpose) {
        return issuer.address("status/" + purpose.wireName());
    }

    /** Whole or not at all: a run may be killed at any moment. */
    private static void write(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, content);
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
