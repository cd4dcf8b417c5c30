package dev.assay.hiring.skills;

import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.operations.Progress;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Takes official files in that somebody sent: one, or an archive of them. A vocabulary is the same
 * for all employers, so an installation that serves several keeps this to its operator.
 */
@Component
@EnableConfigurationProperties(SkillProperties.class)
public class SkillImport implements OperationKind {

    private static final String NAME = "skill-import";
    private static final String VERSION = "version";

    /** Larger than any of these files, and no archive unpacks to more than twenty of them. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final Operations operations;
    private final Vocabularies vocabularies;
    private final SkillProperties properties;

    SkillImport(Operations operations, Vocabularies vocabularies, SkillProperties properties) {
        this.operations = operations;
        this.vocabularies = vocabularies;
        this.properties = properties;
    }

    /**
     * Accepts files to be taken in afterwards.
     *
     * @param files one official file, or a ZIP archive of some
     * @throws Conflict when this installation leaves that to its operator
     */
    public Operation accept(Actor actor, String version, byte[] files) {
        actor.require(Permission.IMPORT_SKILLS);
        if (!properties.importByApi()) {
            throw new Conflict(
                    "import-by-operator",
                    "Vocabularies are the same for all employers here, so the operator imports them.");
        }
        return operations.accept(actor, new NewOperation(NAME, Map.of(VERSION, version), files));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        List<Vocabulary> read =
                read(run.input()).vocabularies(run.parameters().getOrDefault(VERSION, "unknown"));
        if (read.isEmpty()) {
            throw new InvalidInput("", "holds no official file of ESCO or O*NET");
        }
        return () -> {
            int skills = read.stream().mapToInt(one -> vocabularies.takeInside(one).read()).sum();
            return new Progress(
                    skills,
                    Optional.of((long) skills),
                    "end",
                    List.of(),
                    Optional.of("/v1/vocabularies"));
        };
    }

    static OfficialFiles read(byte[] files) {
        OfficialFiles official = new OfficialFiles();
        if (files.length < 4 || files[0] != 'P' || files[1] != 'K') {
            official.read(files);
            return official;
        }
        int left = MOST_BYTES;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(files))) {
            while (archive.getNextEntry() != null) {
                byte[] file = archive.readNBytes(left + 1);
                left -= file.length;
                if (left < 0) {
                    throw new InvalidInput("", "unpacks to more than 64 MiB");
                }
                official.read(file);
            }
        } catch (IOException _) {
            throw new InvalidInput("", "is a broken archive");
        }
        return official;
    }
}
