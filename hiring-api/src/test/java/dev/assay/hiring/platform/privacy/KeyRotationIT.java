package dev.assay.hiring.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is exchanged while people's documents stay sealed under the keys they had. */
@WithDatabase
class KeyRotationIT {

    private static final URI NOWHERE = URI.create("http://localhost:1/realms/assay");
    private static final EmployerId EMPLOYER = new EmployerId(new UUID(7, 1));
    private static final int PEOPLE = 450;

    @TempDir private Path directory;

    private final TestDatabase database;

    KeyRotationIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void wrapsEveryKeyAnewSoThatTheOldMasterKeyCanGo() throws Exception {
        String old = MasterKeyTest.randomKey();
        String fresh = MasterKeyTest.randomKey();
        MasterKey before = MasterKey.read(file(old));
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        byte[] document = "a document as received".getBytes(StandardCharsets.UTF_8);
        establish();
        for (int i = 0; i < PEOPLE; i++) {
            insert(person(i), before.wrap(key, context(i)));
        }
        byte[] sealed = AesGcm.seal(key, document, context(3));

        try (var node = node(fresh + "\n" + old)) {
            Eventually.get(this::masterKeys, Set.of(MasterKey.read(file(fresh)).name())::equals);

            assertThat(open(node, 3, sealed)).isEqualTo(document);
            assertThat(audited()).isEqualTo(PEOPLE);
        }
        try (var node = node(fresh)) {
            assertThat(IntStream.range(0, PEOPLE))
                    .allSatisfy(i ->
                            assertThat(open(node, i, AesGcm.seal(key, document, context(i))))
                                    .isEqualTo(document));
        }
    }

    private ApplicationUnderTest node(String masterKeys) throws Exception {
        return ApplicationUnderTest.start(
                HiringApplication.class,
                database,
                NOWHERE,
                "assay.secrets.master-key-file=" + file(masterKeys));
    }

    private static byte[] open(ApplicationUnderTest node, int number, byte[] sealed) {
        var actor = new Actor.Service(EMPLOYER, "test");
        return node.bean(TenantTransaction.class)
                .in(
                        actor,
                        () ->
                                node.bean(PersonalVault.class)
                                        .open(actor, new PersonId(person(number)), sealed));
    }

    private Path file(String content) throws Exception {
        return Files.writeString(Files.createTempFile(directory, "master", ".key"), content);
    }

    private static UUID person(int number) {
        return new UUID(8, number);
    }

    private static String context(int number) {
        return EMPLOYER + "/" + new PersonId(person(number));
    }

    private void establish() throws SQLException {
        try (Connection owner = database.ownerDataSource().getConnection();
                PreparedStatement insert =
                        owner.prepareStatement(
                                "insert into employer (id, alias, name, created_at) values (?, 'quay', 'Quay', now())")) {
            insert.setObject(1, EMPLOYER.value());
            insert.execute();
        }
    }

    private void insert(UUID person, byte[] wrapped) throws SQLException {
        try (Connection owner = database.ownerDataSource().getConnection();
                PreparedStatement insert =
                        owner.prepareStatement(
                                "insert into person_key (employer_id, person_id, wrapped_key, created_at) values (?, ?, ?, now())")) {
            insert.setObject(1, EMPLOYER.value());
            insert.setObject(2, person);
            insert.setBytes(3, wrapped);
            insert.execute();
        }
    }

    private Set<String> masterKeys() {
        Set<String> names = new TreeSet<>();
        each(
                "select distinct encode(substr(wrapped_key, 1, 8), 'hex') from person_key",
                row -> names.add(row.getString(1)));
        return names;
    }

    private int audited() {
        Set<Integer> sum = new TreeSet<>();
        each(
                "select sum((detail->>'keys')::int)::int from audit_entry where action = 'person-keys.rewrapped'",
                row -> sum.add(row.getInt(1)));
        return sum.iterator().next();
    }

    private void each(String query, Row row) {
        try (Connection owner = database.ownerDataSource().getConnection();
                PreparedStatement select = owner.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
