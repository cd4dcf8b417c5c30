package dev.assay.hiring.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.WithApplication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

@WithApplication(shared = true)
class OpenApiIT {

    private static final String PATH = "/v1/openapi.json";
    private static final String WANTS_A_TOKEN = "/problems/unauthorized\"";

    private final ApiClient api;
    private final ObjectNode document = ApiContract.assemble().document();

    OpenApiIT(ApiClient api) {
        this.api = api;
    }

    @Test
    void isServedToAnybodyWhole() {
        ApiAnswer answer = api.get(PATH).expect(200);

        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("max-age=300, public");
        assertThat(answer.json()).isEqualTo(document);
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = api.get(PATH).expect(200).etag();

        ApiAnswer again = api.with("If-None-Match", tag).get(PATH).expect(304);

        assertThat(again.text()).isEmpty();
        assertThat(again.etag()).isEqualTo(tag);
        api.with("If-None-Match", "\"another\"").get(PATH).expect(200);
    }

    @Test
    void opensNoOtherMethodAndNoOtherAddress() {
        api.post(PATH, "{}").expectProblem(401, "unauthorized");
        api.get(PATH + "/more").expectProblem(401, "unauthorized");
        api.get("/v1/openapi.yaml").expectProblem(401, "unauthorized");
    }

    /** Whether an operation is open is said in three places; here it is seen. */
    @TestFactory
    List<DynamicTest> everyOperationButTheOpenOnesWantsAToken() {
        return Operation.all(document).stream()
                .map(operation ->
                        DynamicTest.dynamicTest(
                                operation.toString(),
                                () -> {
                                    ApiAnswer answer = withoutToken(operation);
                                    boolean wantsToken =
                                            answer.status() == 401
                                                    && answer.text().contains(WANTS_A_TOKEN);
                                    assertThat(wantsToken).isNotEqualTo(operation.isOpen());
                                }))
                .toList();
    }

    private ApiAnswer withoutToken(Operation operation) {
        String path =
                operation.path().replaceAll("\\{[^}]+}", "019e0000-0000-7000-8000-999999999999");
        return operation.hasBody()
                ? api.call(
                        operation.method(),
                        path,
                        operation
                                .node()
                                .path("requestBody")
                                .path("content")
                                .propertyNames()
                                .iterator()
                                .next(),
                        "{}".getBytes(StandardCharsets.UTF_8))
                : api.call(operation.method(), path);
    }
}
