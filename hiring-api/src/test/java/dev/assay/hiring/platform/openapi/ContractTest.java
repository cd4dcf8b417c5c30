package dev.assay.hiring.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.openapi.Handlers.Handler;
import dev.assay.hiring.platform.openapi.RecordSchemas.Direction;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document and the code say the same. How to write the files: CONTRIBUTING.md. */
class ContractTest {

    private static final ObjectNode DOCUMENT = ApiContract.assemble().document();
    private static final List<Operation> OPERATIONS = Operation.all(DOCUMENT);
    private static final List<Handler> HANDLERS = Handlers.all();

    /**
     * The document promised of these before anything compared them: it leaves out that a text may
     * not be empty or that nothing else may be said, and has the words that are sent where the
     * comparison knows only the names of constants.
     */
    private static final Set<String> DESCRIBED_MORE_LOOSELY =
            Set.of(
                    "AdoptionRequest",
                    "RecencyRequest",
                    "ScoringPolicyRequest",
                    "SupposedCredentialRequest",
                    "SupposedTrustRequest",
                    "WhatIfRequest");

    private static final Pattern REQUEST =
            Pattern.compile("dev\\.assay\\.hiring\\.(.*\\.web|dossier)\\.(.*\\.)?[^.]*Request");

    @Test
    void everyEndpointIsDescribedAndEveryDescriptionHasAnEndpoint() {
        assertThat(OPERATIONS.stream().map(Operation::toString).sorted().toList())
                .isEqualTo(HANDLERS.stream().map(Handler::toString).sorted().toList());
    }

    @TestFactory
    List<DynamicTest> everyOperationIsAsItsHandlerDeclares() {
        return HANDLERS.stream()
                .map(handler ->
                        DynamicTest.dynamicTest(
                                handler.toString(), () -> compare(handler, operation(handler))))
                .toList();
    }

    private static void compare(Handler handler, Operation operation) {
        assertThat(text(operation.node().path("x-permission")))
                .as("x-permission, as in @Allowed")
                .isEqualTo(handler.permission());
        assertThat(operation.isOpen())
                .as("security: [], as @OpenToAnyone")
                .isEqualTo(handler.isOpen());
        assertThat(names(operation, "path")).as("in the path").isEqualTo(handler.pathVariables());
        assertThat(names(operation, "query"))
                .as("in the query")
                .isEqualTo(new TreeSet<>(handler.queryParameters().keySet()));
        handler.queryParameters()
                .forEach((name, given) -> {
                    JsonNode parameter = parameter(operation, name);
                    JsonNode said = operation.resolved(parameter.path("schema")).path("default");
                    assertThat(
                                    said.isMissingNode() || said.asString().isEmpty()
                                            ? ""
                                            : said.asString())
                            .as("default of %s", name)
                            .isEqualTo(given == null ? "" : given);
                    assertThat(parameter.path("required").asBoolean(false))
                            .as("%s is required", name)
                            .isEqualTo(handler.requires(name));
                });
        Set<String> headers = names(operation, "header");
        headers.remove("assay-employer");
        assertThat(headers.remove("idempotency-key"))
                .as("Idempotency-Key, with a Deed")
                .isEqualTo(handler.takesKey());
        assertThat(operation.requiresParameter("header", "Idempotency-Key"))
                .as("Idempotency-Key is required, with @KeyRequired")
                .isEqualTo(handler.requiresKey());
        assertThat(headers).as("headers").isEqualTo(handler.headers());
        assertThat(new TreeSet<>(body(operation).propertyNames()))
                .as("media types of the body")
                .isEqualTo(handler.consumes());
    }

    @TestFactory
    List<DynamicTest> everyAnswerHasTheShapeOfItsRecord() {
        return HANDLERS.stream()
                .filter(handler -> answered(handler.code().getAnnotatedReturnType()).isPresent())
                .map(handler ->
                        DynamicTest.dynamicTest(
                                handler.toString(),
                                () -> {
                                    Operation operation = operation(handler);
                                    assertThat(
                                                    RecordSchemas.differences(
                                                            DOCUMENT,
                                                            Direction.RESPONSE,
                                                            answered(
                                                                            handler.code()
                                                                                    .getAnnotatedReturnType())
                                                                    .orElseThrow(),
                                                            success(operation)))
                                            .isEmpty();
                                }))
                .toList();
    }

    /** The type of the JSON that is answered; empty when it is no record of ours. */
    private static Optional<AnnotatedType> answered(AnnotatedType returned) {
        AnnotatedType body = returned;
        while (body instanceof AnnotatedParameterizedType generic
                && generic.getType() instanceof java.lang.reflect.ParameterizedType raw
                && (raw.getRawType() == ResponseEntity.class || raw.getRawType() == Deed.class)) {
            body = generic.getAnnotatedActualTypeArguments()[0];
        }
        Class<?> raw =
                switch (body.getType()) {
                    case Class<?> plain -> plain;
                    case java.lang.reflect.ParameterizedType generic ->
                            (Class<?>) generic.getRawType();
                    default -> Object.class;
                };
        return raw.isRecord() ? Optional.of(body) : Optional.empty();
    }

    private static JsonNode success(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> operation.resolved(answer.getValue()))
                .map(answer -> answer.path("content").path("application/json").path("schema"))
                .filter(schema -> !schema.isMissingNode())
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " answers no JSON"));
    }

    @TestFactory
    List<DynamicTest> everyRequestHasTheShapeOfItsRecord() {
        return requestRecords().stream()
                .map(record ->
                        DynamicTest.dynamicTest(
                                record.getSimpleName(),
                                () -> {
                                    JsonNode schema = schemas().path(record.getSimpleName());
                                    assertThat(schema.isObject())
                                            .as("a schema of the record's name")
                                            .isTrue();
                                    assertThat(
                                                    RecordSchemas.differences(
                                                            DOCUMENT,
                                                            Direction.REQUEST,
                                                            record,
                                                            schema))
                                            .isEmpty();
                                }))
                .toList();
    }

    private static List<Class<?>> requestRecords() {
        List<Class<?>> records =
                ProductClasses.which(type ->
                        "java.lang.Record".equals(type.getSuperClassName())
                                && REQUEST.matcher(type.getClassName()).matches());
        assertThat(records).extracting(Class::getSimpleName).containsAll(DESCRIBED_MORE_LOOSELY);
        return records.stream()
                .filter(type -> !DESCRIBED_MORE_LOOSELY.contains(type.getSimpleName()))
                .toList();
    }

    @Nested
    class TheDocument {

        @Test
        void refersOnlyToWhatIsThere() {
            references(DOCUMENT)
                    .forEach(reference ->
                            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                                    .as(reference)
                                    .isFalse());
        }

        @Test
        void describesNothingThatNoOperationUses() {
            Set<String> used = references(DOCUMENT);
            Set<String> described = new TreeSet<>();
            for (Map.Entry<String, JsonNode> kind : DOCUMENT.path("components").properties()) {
                if (!kind.getKey().equals("securitySchemes")
                        && !kind.getKey().equals("responses")) {
                    kind.getValue()
                            .propertyNames()
                            .forEach(name ->
                                    described.add("#/components/" + kind.getKey() + "/" + name));
                }
            }
            described.removeAll(used);
            // What a patch is derived from is in the derived schema, member by member.
            described.removeIf(reference -> reference.endsWith("Request"));
            assertThat(described).isEmpty();
        }

        /** How they come about: {@link ExamplesIT}. */
        @Test
        void showsOfEveryOperationHowItGoesWellAndHowItDoesNot() {
            ObjectNode answers = ContractFiles.answers();
            for (Operation operation : Operation.all(ApiContract.assemble().source())) {
                List<Integer> statuses =
                        answers.path(operation.id())
                                .valueStream()
                                .map(example -> example.at("/response/status").asInt())
                                .toList();
                if (!operation.node().has(ApiContract.UNSHOWN)) {
                    assertThat(statuses).as(operation.toString()).anyMatch(status -> status < 300);
                }
                assertThat(statuses).as(operation.toString()).anyMatch(status -> status >= 400);
            }
        }

        @Test
        void saysNothingOfHowExamplesAreRun() {
            assertThat(DOCUMENT.toString())
                    .doesNotContain(ApiContract.EXAMPLES, ApiContract.UNSHOWN);
            assertThat(
                            DOCUMENT.at(
                                            "/paths/~1v1~1jobs/post/responses/201/content/application~1json")
                                    .has("examples"))
                    .isTrue();
        }

        @Test
        void namesEveryOperationOnceAndSaysWhatItDoes() {
            var ids = new TreeMap<String, String>();
            Set<String> tags = new HashSet<>();
            DOCUMENT.path("tags").forEach(tag -> tags.add(tag.path("name").asString()));
            for (Operation operation : OPERATIONS) {
                assertThat(operation.id()).as(operation.toString()).matches("[a-z][a-zA-Z]+");
                assertThat(ids.put(operation.id(), operation.toString()))
                        .as(operation.id())
                        .isNull();
                assertThat(operation.node().path("summary").asString(""))
                        .as(operation.toString())
                        .isNotBlank();
                assertThat(operation.node().path("tags").size())
                        .as(operation.toString())
                        .isEqualTo(1);
                assertThat(tags).contains(operation.node().path("tags").path(0).asString());
            }
        }

        /**
         * Closing every object, as the tests do to find members nobody described, would break them.
         */
        @Test
        void composesNoSchemaOfOthers() {
            assertThat(DOCUMENT.findValues("allOf")).isEmpty();
            assertThat(DOCUMENT.findValues("oneOf")).isEmpty();
        }

        @Test
        void tellsWhichRolesMayCall() {
            assertThat(
                            DOCUMENT.at("/paths/~1v1~1issuers/post/x-roles")
                                    .valueStream()
                                    .map(JsonNode::asString))
                    .containsExactly("hr-admin");
            assertThat(DOCUMENT.at("/paths/~1v1~1issuers/post/description").asString())
                    .contains("For: hr-admin.");
        }

        private static Set<String> references(JsonNode node) {
            Set<String> references = new TreeSet<>();
            node.findValues("$ref").forEach(reference -> references.add(reference.asString()));
            return references;
        }
    }

    @Nested
    class AMergePatch {

        @Test
        void mayLeaveOutAndTakeAwayEveryMember() {
            JsonNode patch = schemas().path("IssuerPatch");

            assertThat(patch.has("required")).isFalse();
            assertThat(patch.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(patch.at("/properties/name/type"))
                    .extracting(JsonNode::asString)
                    .containsExactly("string", "null");
            assertThat(patch.at("/properties/tier/anyOf/1/type").asString()).isEqualTo("null");
        }

        @Test
        void patchesObjectsInTurnAndReplacesLists() {
            JsonNode patch = schemas().path("JobPatch");

            assertThat(patch.at("/properties/salary/anyOf/0/required").isMissingNode()).isTrue();
            assertThat(patch.at("/properties/salary/anyOf/0/properties/currency/type/1").asString())
                    .isEqualTo("null");
            assertThat(patch.at("/properties/requirements/items/$ref").asString())
                    .isEqualTo("#/components/schemas/RequirementRequest");
        }
    }

    private static JsonNode schemas() {
        return DOCUMENT.path("components").path("schemas");
    }

    private static Operation operation(Handler handler) {
        return OPERATIONS.stream()
                .filter(operation -> operation.toString().equals(handler.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(handler + " is in no file of openapi/"));
    }

    private static JsonNode body(Operation operation) {
        return operation.node().path("requestBody").path("content");
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    private static Set<String> names(Operation operation, String in) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asString().equals(in)) {
                String name = parameter.path("name").asString();
                names.add(in.equals("header") ? name.toLowerCase(java.util.Locale.ROOT) : name);
            }
        }
        return names;
    }

    private static JsonNode parameter(Operation operation, String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
