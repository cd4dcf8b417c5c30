package dev.assay.hiring.platform.persistence;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Many ids as one value of a statement, in the form the database keeps them. The driver itself
 * would write each out as text, for the database to read it again.
 */
public final class UuidArray {

    private static final int ONE_DIMENSION = 1;
    private static final int NO_NULLS = 0;
    private static final int FIRST_INDEX = 1;
    private static final int HEAD = 5 * Integer.BYTES;

    private UuidArray() {}

    /** The ids in their order. */
    public static Array of(Connection connection, Collection<UUID> ids) throws SQLException {
        ByteBuffer bytes =
                ByteBuffer.allocate(HEAD + ids.size() * (Integer.BYTES + 2 * Long.BYTES))
                        .putInt(ONE_DIMENSION)
                        .putInt(NO_NULLS)
                        .putInt(Oid.UUID)
                        .putInt(ids.size())
                        .putInt(FIRST_INDEX);
        for (UUID id : ids) {
            bytes.putInt(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
        }
        return new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, bytes.array());
    }
}
