package dev.assay.hiring.applications;

import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.shared.ApplicationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Moves as an operation keeps them until they are made: ids and codes. */
@Component
class BulkMoveText {

    private static final TypeReference<List<Kept>> MOVES = new TypeReference<>() {};

    private final JsonMapper json;

    private record Kept(
            UUID application,
            @Nullable ApplicationPhase to,
            @Nullable UUID stage,
            @Nullable String reason) {}

    BulkMoveText(JsonMapper json) {
        this.json = json;
    }

    byte[] write(List<BulkMove> moves) {
        return json.writeValueAsBytes(
                moves.stream()
                        .map(bulk ->
                                new Kept(
                                        bulk.application().value(),
                                        bulk.move().to().orElse(null),
                                        bulk.move().stage().map(StageId::value).orElse(null),
                                        bulk.move().reason().orElse(null)))
                        .toList());
    }

    List<BulkMove> read(byte[] written) {
        return json.readValue(written, MOVES).stream()
                .map(kept ->
                        new BulkMove(
                                new ApplicationId(kept.application()),
                                new Move(
                                        Optional.ofNullable(kept.to()),
                                        Optional.ofNullable(kept.stage()).map(StageId::new),
                                        Optional.ofNullable(kept.reason()),
                                        Optional.empty())))
                .toList();
    }
}
