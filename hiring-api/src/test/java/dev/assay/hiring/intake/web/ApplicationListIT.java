package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists of applications, candidates and jobs: narrowed, in order, and kept in step with. */
@WithApplication(shared = true)
class ApplicationListIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final String sql;
    private final Badges school = new Badges();
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    ApplicationListIT(ApplicationUnderTest application, ApiClient api) {
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(application, "SQL");
        new Registry(api).register(school.issuerId(), "recognised");
    }

    @Test
    void narrowsAndSortsWhatWasHandedIn() {
        String job = desk.openJob(requirement(sql, 1).put("mustHave", true).put("level", 5));
        String five = apply(job, "five", "fair", 5);
        String three = apply(job, "three", "direct", 3);
        String four = apply(job, "four", "fair", 4);
        String none = submit(job, application("none@" + word + ".example"), "direct");
        String gone = apply(job, "gone", "fair", 2);
        rita.post("/v1/applications/" + four + "/transitions", "{\"to\":\"interview\"}")
                .expect(200);
        erase(gone);

        assertThat(ids(job, "sort=submittedAt")).containsExactly(five, three, four, none, gone);
        assertThat(ids(job, "")).containsExactly(gone, none, four, three, five);
        assertThat(ids(job, "sort=-score")).containsExactly(five, four, three, none, gone);
        assertThat(ids(job, "sort=potential")).containsExactly(gone, none, three, four, five);
        for (String sort :
                List.of(
                        "score",
                        "-score",
                        "potential",
                        "-potential",
                        "submittedAt",
                        "-submittedAt")) {
            for (int limit = 1; limit <= 4; limit++) {
                assertThat(
                                walked(
                                        "/v1/applications?jobId=%s&sort=%s&limit=%d"
                                                .formatted(job, sort, limit)))
                        .as("%s by %d", sort, limit)
                        .isEqualTo(ids(job, "sort=" + sort));
            }
        }

        assertThat(ids(job, "phase=interview&phase=withdrawn")).containsExactly(gone, four);
        assertThat(ids(job, "source=fair")).containsExactly(four, five);
        assertThat(ids(job, "minScore=60&sort=score")).containsExactly(four, five);
        assertThat(ids(job, "maxScore=60&sort=score")).containsExactly(three, four);
        assertThat(ids(job, "band=12&band=16")).containsExactly(four, five);
        assertThat(ids(job, "mustHaves=met")).containsExactly(five);
        assertThat(ids(job, "flagged=true")).isEmpty();
        assertThat(ids(job, "flagged=false")).hasSize(5);
        String middle = row(job, three).path("submittedAt").asString();
        assertThat(ids(job, "submittedFrom=" + middle)).containsExactly(gone, none, four, three);
        assertThat(ids(job, "submittedTo=" + middle)).containsExactly(five);
        assertThat(ids(desk.openJob(), "")).isEmpty();

        JsonNode shown = row(job, five);
        assertThat(shown.path("score").asDouble()).isEqualTo(80.0);
        assertThat(shown.path("band").asInt()).isEqualTo(16);
        assertThat(shown.at("/source/channel").asString()).isEqualTo("fair");
        assertThat(row(job, gone).path("lane").isNull()).isTrue();
        assertThat(row(job, none).path("lane").asString()).isEqualTo("no-evidence");
    }

    @Test
    void handsThemOverAsAFileThatRunsNothing() {
        String job = desk.openJob(requirement(sql, 1).put("level", 5));
        ObjectNode tricky = application("tricky@" + word + ".example");
        ((ObjectNode) tricky.path("candidate"))
                .put("givenName", "=HYPERLINK(\"x\")")
                .put("familyName", "Vale, Jr.");
        String first = submit(job, tricky, "@home");
        String second = apply(job, "kim", "fair", 5);
        String gone = apply(job, "gone", "fair", 2);
        erase(gone);

        ApiAnswer csv = rita.get("/v1/applications/export?format=csv&jobId=" + job).expect(200);
        List<String> rows = csv.text().lines().toList();
        assertThat(csv.text()).endsWith("\r\n");
        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst()).startsWith("id,jobId,candidateId,givenName,");
        assertThat(rows.get(1))
                .startsWith(first + "," + job)
                .contains(",\"'=HYPERLINK(\"\"x\"\")\",\"Vale, Jr.\",", ",'@home,,,,,no-evidence,");
        assertThat(rows.get(2))
                .startsWith(second)
                .contains(
                        ",Kim,Example,kim@" + word + ".example,new,,",
                        ",80.0000,80.0000,16,ranked,");
        assertThat(rows.get(3)).startsWith(gone).contains(",,,,withdrawn,,");

        List<JsonNode> lines =
                rita.get("/v1/applications/export?source=fair&jobId=" + job)
                        .expect(200)
                        .text()
                        .lines()
                        .map(JSON::readTree)
                        .toList();
        assertThat(lines)
                .extracting(line -> line.at("/application/id").asString())
                .containsExactly(second);
        assertThat(lines.getFirst().at("/application")).isEqualTo(row(job, second));
        assertThat(lines.getFirst().at("/candidate/givenName").asString()).isEqualTo("Kim");
        rita.get("/v1/applications/export?format=pdf")
                .expectProblem(422, "invalid-input", "/format");
        assertThat(api.as(Person.OMAR).get("/v1/applications/export?jobId=" + job).text())
                .isEmpty();
    }

    @Test
    void findsWordsInNamesAddressesAndTitles() {
        String job = desk.openJob();
        String kim = submit(job, application("kim@" + word + ".example"), "direct");
        ObjectNode other = application("o'neil_100%@" + word + ".example");
        ((ObjectNode) other.path("candidate")).put("familyName", "Ångström");
        String angstrom = submit(job, other, "direct");

        assertThat(ids(job, "q=" + word.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(angstrom, kim);
        assertThat(ids(job, "q=" + word + "+EXAMPLE+kim%40")).containsExactly(kim);
        assertThat(ids(job, "q=" + word + "+%C3%A5ngstr%C3%B6m")).containsExactly(angstrom);
        assertThat(ids(job, "q=" + word + "+analyst")).containsExactly(angstrom, kim);
        assertThat(ids(job, "q=" + word + "+l_1")).containsExactly(angstrom);
        assertThat(ids(job, "q=" + word + "+k%25m")).isEmpty();
        assertThat(items("/v1/candidates?q=" + word + "+kim%40")).hasSize(1);
        assertThat(items("/v1/candidates?emailStatus=unconfirmed&q=" + word)).isEmpty();
        assertThat(items("/v1/jobs?q=" + word)).isEmpty();
        ApiAnswer found = rita.get("/v1/applications?q=" + word).expect(200);
        assertThat(found.json().path("syncToken").isNull()).isTrue();
        assertThat(api.as(Person.OMAR).get("/v1/applications?q=" + word).json().path("items"))
                .isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        rita.get("/v1/applications?fase=new&limit=1")
                .expectProblem(400, "unknown-parameter", "/fase");
        rita.get("/v1/jobs?stauts=open").expectProblem(400, "unknown-parameter", "/stauts");
        rita.get("/v1/applications?phase=new&phase=lost")
                .expectProblem(422, "invalid-input", "/phase");
        rita.get("/v1/applications?sort=name").expectProblem(422, "invalid-input", "/sort");
        rita.get("/v1/applications?after=x").expectProblem(422, "invalid-input", "/after");
        String token = token("/v1/applications?phase=offer");
        rita.get("/v1/applications?syncToken=" + token).expectProblem(400, "foreign-sync-token");
        rita.get("/v1/jobs?syncToken=" + token).expectProblem(400, "foreign-sync-token");
        api.as(Person.OMAR)
                .get("/v1/applications?phase=offer&syncToken=" + token)
                .expectProblem(400, "foreign-sync-token");
        rita.get("/v1/applications?q=x&syncToken=" + token)
                .expectProblem(422, "invalid-input", "/syncToken");
        rita.get("/v1/applications?phase=offer&syncToken=" + token).expect(200);
    }

    @Test
    void staysInStepWithWhateverHappens() {
        Random chance = new Random(7);
        List<Replica> replicas =
                List.of(
                        new Replica("/v1/applications?limit=3"),
                        new Replica("/v1/applications?phase=new&limit=2"),
                        new Replica("/v1/candidates?limit=3"),
                        new Replica("/v1/jobs?status=open&limit=3"));
        List<String> jobs = new ArrayList<>();
        jobs.add(desk.openJob(requirement(sql, 1)));
        jobs.add(desk.openJob());
        List<String> filed = new ArrayList<>();
        filed.add(apply(jobs.getFirst(), "first", "direct", 3));
        replicas.forEach(Replica::begin);

        for (int step = 0; step < 30; step++) {
            String job = jobs.getFirst();
            String one = filed.get(chance.nextInt(filed.size()));
            switch (chance.nextInt(7)) {
                case 0, 1 -> filed.add(apply(job, "p" + step, "direct", 1 + chance.nextInt(5)));
                case 2 -> jobs.add(desk.openJob(requirement(sql, 1)));
                case 3 ->
                        rita.post(
                                "/v1/applications/" + one + "/transitions",
                                "{\"to\":\"in-review\"}");
                case 4 -> correct(one, "Name" + step);
                case 5 -> close(jobs.getLast());
                default -> {
                    if (filed.size() > 2) {
                        erase(filed.removeFirst());
                    }
                }
            }
            if (step % 5 == 0) {
                replicas.get(chance.nextInt(replicas.size())).catchUp();
            }
        }

        for (Replica replica : replicas) {
            assertThat(
                            Eventually.get(
                                    () -> {
                                        replica.catchUp();
                                        return replica.known;
                                    },
                                    known -> known.equals(replica.there())))
                    .isNotEmpty();
        }
    }

    /** A copy of a list that is only ever told what changed in it. */
    private final class Replica {

        private final String list;
        private final Map<String, JsonNode> known = new TreeMap<>();
        private String token = "";

        Replica(String list) {
            this.list = list;
        }

        void begin() {
            token = read(list, known);
        }

        void catchUp() {
            token = read(list + "&syncToken=" + token, known);
        }

        Map<String, JsonNode> there() {
            Map<String, JsonNode> now = new TreeMap<>();
            read(list, now);
            return now;
        }

        private String read(String path, Map<String, JsonNode> into) {
            String page = path;
            while (true) {
                JsonNode answer = rita.get(page).expect(200).json();
                answer.path("items").forEach(item -> into.put(item.path("id").asString(), item));
                answer.path("tombstones").forEach(gone -> into.remove(gone.path("id").asString()));
                if (answer.path("next").isNull()) {
                    return answer.path("syncToken").asString();
                }
                assertThat(answer.path("syncToken").isNull()).isTrue();
                page = path + "&after=" + answer.path("next").asString();
            }
        }
    }

    private String apply(String job, String name, String channel, int level) {
        String email = name + "@" + word + ".example";
        return submit(job, application(email, school.badge(email, sql, level)), channel);
    }

    private String submit(String job, ObjectNode application, String channel) {
        application.putObject("source").put("channel", channel);
        return desk.submit(job, application).expect(201).id();
    }

    private void erase(String application) {
        changed(
                application,
                path -> {
                    ApiClient hana = api.as(Person.HANA);
                    hana.with("If-Match", hana.get(path).etag())
                            .call("DELETE", path + "?reason=retention-expired")
                            .expect(204);
                });
    }

    private void correct(String application, String name) {
        changed(
                application,
                path ->
                        rita.patch(
                                        path,
                                        rita.get(path).etag(),
                                        "{\"familyName\":\"%s\"}".formatted(name))
                                .expect(200));
    }

    private void changed(String application, Consumer<String> change) {
        change.accept(
                "/v1/candidates/"
                        + rita.get("/v1/applications/" + application)
                                .expect(200)
                                .json()
                                .path("candidateId")
                                .asString());
    }

    private void close(String job) {
        Supplier<ApiAnswer> read = () -> rita.get("/v1/jobs/" + job).expect(200);
        String to = read.get().json().path("status").asString().equals("open") ? "closed" : "open";
        rita.patch("/v1/jobs/" + job, read.get().etag(), "{\"status\":\"%s\"}".formatted(to))
                .expect(200);
    }

    private String token(String list) {
        return rita.get(list).expect(200).json().path("syncToken").asString();
    }

    private JsonNode row(String job, String application) {
        return items("/v1/applications?jobId=" + job)
                .valueStream()
                .filter(row -> row.path("id").asString().equals(application))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode items(String path) {
        return rita.get(path).expect(200).json().path("items");
    }

    private List<String> ids(String job, String query) {
        return items("/v1/applications?jobId=" + job + "&" + query)
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }

    private List<String> walked(String path) {
        List<String> seen = new ArrayList<>();
        String page = path;
        while (true) {
            JsonNode answer = rita.get(page).expect(200).json();
            answer.path("items").forEach(row -> seen.add(row.path("id").asString()));
            if (answer.path("next").isNull()) {
                return seen;
            }
            page = path + "&after=" + answer.path("next").asString();
        }
    }
}
