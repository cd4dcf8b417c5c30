package dev.assay.hiring.platform.persistence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the database is, and the runtime roles this node logs in with. Neither owns anything; the
 * owner's password is for the migration alone and is not known here.
 *
 * @param url JDBC URL of a PostgreSQL 15 or newer
 * @param web the pool for people's requests, role {@code assay_web}
 * @param worker the pool for background work, role {@code assay_worker}
 * @param selfId for exports of what applicants said of themselves, role {@code assay_selfid};
 *     without it, exports say that they lack that
 */
@ConfigurationProperties("assay.database")
@Validated
record DatabaseProperties(
        @NotNull @Pattern(regexp = "jdbc:postgresql:.+", message = "must be a jdbc:postgresql: URL")
                String url,
        @DefaultValue @Valid Pool web,
        @DefaultValue @Valid Pool worker,
        @Nullable @Valid Pool selfId) {

    /**
     * @param maximumConnections 1 to 200
     */
    record Pool(
            @NotBlank String password,
            @DefaultValue("8") @Min(1) @Max(200) int maximumConnections) {

        @Override
        public String toString() {
            return "Pool[maximumConnections=" + maximumConnections + "]";
        }
    }
}
