package dev.assay.hiring.scoring;

import dev.assay.credential.key.KeyFinder;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.proof.DataIntegrityVerifier;
import dev.assay.credential.proof.Jcs;
import dev.assay.credential.proof.ProofVerdict;
import dev.assay.hiring.scoring.ReceiptReport.Outcome;
import dev.assay.hiring.scoring.ReceiptReport.Step;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a score receipt with nothing but itself and the published keys: whether it is signed, by
 * whom, and whether the engine comes to the same digits. No network, no database, no trust in who
 * hands it over. Never throws for what a receipt holds.
 */
public final class ReceiptCheck {

    /** Larger than any job and any portfolio we accept. */
    public static final int MAXIMUM_BYTES = 1024 * 1024;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Optional<Set<String>> published;

    private ReceiptCheck(Optional<Set<String>> published) {
        this.published = published;
    }

    /** Without knowing anybody's keys: whose signature it is stays unchecked. */
    public static ReceiptCheck withoutKeys() {
        return new ReceiptCheck(Optional.empty());
    }

    /**
     * @param methods the verification methods the platform publishes, each {@code did#key}
     */
    public static ReceiptCheck withKeys(Set<String> methods) {
        return new ReceiptCheck(Optional.of(Set.copyOf(methods)));
    }

    /**
     * The verification methods of a saved {@code did.json} or {@code jwks.json}; none when it is
     * neither.
     */
    public static Set<String> methods(byte[] keyDocument) {
        try {
            JsonNode document = JSON.readTree(keyDocument);
            Set<String> methods = new HashSet<>();
            document.path("verificationMethod").forEach(one -> add(methods, one.path("id")));
            document.path("keys").forEach(one -> add(methods, one.path("kid")));
            return methods;
        } catch (JacksonException noJson) {
            return Set.of();
        }
    }

    /** Whether these bytes are one JSON value that names no member twice. */
    public static boolean isJson(byte[] document) {
        try {
            return !JSON.readTree(document).isMissingNode();
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static void add(Set<String> methods, JsonNode name) {
        if (name.isString()) {
            methods.add(name.stringValue());
        }
    }

    /** Checks step by step; what cannot be done is said to be unchecked. */
    public ReceiptReport check(byte[] receipt) {
        Optional<ObjectNode> read = read(receipt);
        List<Step> steps = new ArrayList<>();
        if (read.isEmpty()) {
            steps.add(failed("structure", "This is no score receipt of a format known here."));
            return new ReceiptReport(steps);
        }
        ObjectNode document = read.get();
        steps.add(passed("structure", ScoreReceipt.FORMAT));
        ProofVerdict verdict = signature(document);
        steps.add(
                verdict.passed()
                        ? passed("signature", method(document))
                        : failed("signature", verdict.detail()));
        steps.add(signer(document, verdict));
        if (document.path("type").asString("").equals(ScoreReceipt.TYPE)) {
            recompute(document, steps);
        } else {
            steps.add(
                    unchecked(
                            "score",
                            "This is the candidate's view, which leaves out what to compute from."));
        }
        return new ReceiptReport(steps);
    }

    private static Optional<ObjectNode> read(byte[] receipt) {
        try {
            JsonNode document = JSON.readTree(receipt);
            boolean known =
                    document.path("format").asString("").equals(ScoreReceipt.FORMAT)
                            && Set.of(ScoreReceipt.TYPE, ScoreReceipt.FOR_CANDIDATES)
                                    .contains(document.path("type").asString(""));
            return known ? Optional.of((ObjectNode) document) : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** A method of the platform's is named by the very key, so it is at hand. */
    private static ProofVerdict signature(ObjectNode document) {
        return new DataIntegrityVerifier()
                .verify(
                        document,
                        method ->
                                Multikey.decode(method.substring(method.indexOf('#') + 1))
                                        .<KeyFinder.Answer>map(KeyFinder.Answer.Found::new)
                                        .orElseGet(() ->
                                                new KeyFinder.Answer.Unusable(
                                                        "The proof's method is not named by its key.")),
                        created(document));
    }

    /** A receipt has no end, so the only moment that matters is its own. */
    private static Instant created(ObjectNode document) {
        try {
            return Instant.parse(document.path("proof").path("created").asString(""));
        } catch (DateTimeException none) {
            return Instant.EPOCH;
        }
    }

    private Step signer(ObjectNode document, ProofVerdict verdict) {
        String method = method(document);
        String issuer = document.path("issuer").asString("");
        if (!method.startsWith(issuer + "#")) {
            return failed("signer", "The proof is by another than " + issuer + ".");
        }
        if (published.isEmpty()) {
            return unchecked(
                    "signer",
                    "Whether the key is one of "
                            + issuer
                            + ": compare it with the keys that are published there.");
        }
        if (!verdict.passed()) {
            return unchecked("signer", "There is no signature to ask whose it is.");
        }
        return published.get().contains(method)
                ? passed("signer", issuer)
                : failed("signer", "The key is none of those given.");
    }

    private static void recompute(ObjectNode document, List<Step> steps) {
        if (document.path("engineVersion").asInt(0) != ScoringEngine.VERSION) {
            steps.add(
                    unchecked(
                            "score",
                            "Made by another version of the engine than this one, "
                                    + ScoringEngine.VERSION
                                    + "."));
            return;
        }
        ObjectNode again;
        try {
            again = scored(document);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            steps.add(failed("inputs", "They cannot be read: " + malformed.getMessage()));
            return;
        }
        steps.add(compared("inputs", document, again, List.of("inputsDigest", "policy")));
        steps.add(
                compared(
                        "score",
                        document,
                        again,
                        List.of("score", "potential", "lane", "band", "mustHaves")));
        steps.add(compared("requirements", document, again, List.of("requirements")));
        steps.add(compared("counterfactuals", document, again, List.of("counterfactuals")));
    }

    private static ObjectNode scored(ObjectNode document) {
        JsonNode inputs = document.path("inputs");
        ScoringInput input =
                ScoringInputJson.read(inputs, ScoringPolicyJson.read(inputs.path("policy")));
        ScoreResult result = ScoringEngine.score(input);
        return ScoreReceipt.score(
                ScoreMapping.score(
                        new ApplicationId(
                                ScoringInputJson.id(
                                        ScoringInputJson.text(document, "applicationId"))),
                        result,
                        skills(document, input),
                        Instant.parse(ScoringInputJson.text(document, "computedAt"))));
    }

    /** A skill's URI is in the explanation only; its id is what is computed with. */
    private static Map<SkillId, Skill> skills(ObjectNode document, ScoringInput input) {
        Map<SkillId, Skill> skills = new HashMap<>();
        for (JsonNode requirement : document.path("requirements")) {
            JsonNode skill = requirement.path("skill");
            SkillId id = new SkillId(ScoringInputJson.id(ScoringInputJson.text(skill, "id")));
            skills.put(id, new Skill(id, URI.create(ScoringInputJson.text(skill, "uri")), "", ""));
        }
        input.requirements()
                .forEach(one -> {
                    SkillId id = new SkillId(one.skill().id());
                    skills.putIfAbsent(id, new Skill(id, URI.create("urn:unnamed"), "", ""));
                });
        return skills;
    }

    private static Step compared(
            String name, ObjectNode said, ObjectNode again, List<String> members) {
        for (String member : members) {
            Optional<String> difference =
                    difference("/" + member, said.path(member), again.path(member));
            if (difference.isPresent()) {
                return failed(name, difference.get());
            }
        }
        return passed(name, "");
    }

    /** Where two documents part first, and what either says there. */
    private static Optional<String> difference(String pointer, JsonNode said, JsonNode again) {
        if (canonical(said).equals(canonical(again))) {
            return Optional.empty();
        }
        if (said.isObject() && again.isObject()) {
            Set<String> names = new TreeSet<>(said.propertyNames());
            names.addAll(again.propertyNames());
            return names.stream()
                    .flatMap(name ->
                            difference(pointer + "/" + name, said.path(name), again.path(name))
                                    .stream())
                    .findFirst();
        }
        if (said.isArray() && again.isArray() && said.size() == again.size()) {
            return IntStream.range(0, said.size())
                    .boxed()
                    .flatMap(i ->
                            difference(pointer + "/" + i, said.path(i), again.path(i)).stream())
                    .findFirst();
        }
        return Optional.of(
                "%s is %s, and computes to %s"
                        .formatted(pointer, canonical(said), canonical(again)));
    }

    private static String canonical(JsonNode node) {
        return node.isMissingNode() ? "absent" : Jcs.canonical(node);
    }

    private static String method(ObjectNode document) {
        return document.path("proof").path("verificationMethod").asString("");
    }

    private static Step passed(String name, String detail) {
        return new Step(name, Outcome.PASSED, detail);
    }

    private static Step failed(String name, String detail) {
        return new Step(name, Outcome.FAILED, detail);
    }

    private static Step unchecked(String name, String detail) {
        return new Step(name, Outcome.UNCHECKED, detail);
    }
}
