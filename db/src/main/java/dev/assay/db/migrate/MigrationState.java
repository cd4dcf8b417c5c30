package dev.assay.db.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Says whether a database has every change set this build knows. Any runtime role may ask; nothing
 * is changed. A database that is further than this build is fine: during a rolling deployment the
 * old nodes meet the new schema, and expand/contract keeps them working.
 */
public final class MigrationState {
    private static final String APPLIED =
            "select filename, id from databasechangelog where exectype <> 'FAILED'";

    private static final class OfThisBuild {
        static final MigrationState INSTANCE =
                new MigrationState(Changelog.onClassPath().changeSets());
    }

    private final List<ChangeSetId> known;

    private MigrationState(List<ChangeSetId> known) {
        this.known = known;
    }

    /** By the changelog on the class path, which is read at the first call. */
    public static MigrationState ofThisBuild() {
        return OfThisBuild.INSTANCE;
    }

    /** True when nothing is {@link #missing(DataSource)}. */
    public boolean isNewest(DataSource database) throws SQLException {
        return missing(database).isEmpty();
    }

    /**
     * The change sets the database lacks, oldest first.
     *
     * @throws SQLException when the database cannot be asked, which is not the same as "lacking"
     */
    public List<ChangeSetId> missing(DataSource database) throws SQLException {
        Set<ChangeSetId> applied = applied(database);
        return known.stream().filter(set -> !applied.contains(set)).toList();
    }

    private static Set<ChangeSetId> applied(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Set<ChangeSetId> applied = new HashSet<>();
            if (!hasHistory(connection)) {
                return applied;
            }
            try (PreparedStatement query = connection.prepareStatement(APPLIED);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    applied.add(new ChangeSetId(row.getString(1), row.getString(2)));
                }
            }
            return applied;
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "select to_regclass('databasechangelog') is not null");
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
