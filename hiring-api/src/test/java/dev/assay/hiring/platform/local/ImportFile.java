package dev.assay.hiring.platform.local;

import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.TestKeycloak;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** Files to import: a line an applicant nobody knows, with a badge of one school. */
final class ImportFile {

    private final Badges school = new Badges();
    private final String skill;
    private int people;

    ImportFile(String skill) {
        this.skill = skill;
    }

    /** Whom to register. */
    String issuerId() {
        return school.issuerId();
    }

    /** The beginning of a request that imports to a job. */
    static HttpRequest.Builder upload(NodeProcess node, String job) {
        return HttpRequest.newBuilder(
                        node.address().resolve("/v1/jobs/" + job + "/applications/import"))
                .header("Content-Type", "application/x-ndjson")
                .header(
                        "Authorization",
                        "Bearer " + TestKeycloak.get().tokenOf(SampleRealm.Person.RITA));
    }

    /**
     * Writes so many lines, each of somebody new.
     *
     * @param vouched whether the addresses are said to be the applicants' own
     */
    void write(Path file, int lines, boolean vouched) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                String email = "imported-%d@example.org".formatted(people++);
                ObjectNode line = HiringDesk.application(email, school.badge(email, skill));
                line.withObjectProperty("candidate").put("emailVerified", vouched);
                writer.write(line.toString());
                writer.write('\n');
            }
        }
    }
}
