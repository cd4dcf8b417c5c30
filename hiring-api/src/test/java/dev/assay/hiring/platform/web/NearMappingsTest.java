package dev.assay.hiring.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class NearMappingsTest {

    private final RequestMappingHandlerMapping near = new NearMappings();
    private final RequestMappingHandlerMapping plain = new RequestMappingHandlerMapping();

    @BeforeEach
    void map() throws NoSuchMethodException {
        put("jobs", RequestMethod.GET, "/v1/jobs");
        put("make", RequestMethod.POST, "/v1/jobs");
        put("job", RequestMethod.GET, "/v1/jobs/{id}");
        put("skills", RequestMethod.GET, "/v1/jobs/{id}/skills");
        put("page", RequestMethod.GET, "/jobs/{employer}/{slug}");
        put("feed", RequestMethod.GET, "/feeds/{kind}/{address}", "/feed-of/{address}");
        put("text", RequestMethod.GET, "/{name}.txt");
    }

    private void put(String endpoint, RequestMethod method, String... paths)
            throws NoSuchMethodException {
        for (RequestMappingHandlerMapping mapping : List.of(near, plain)) {
            mapping.registerMapping(
                    RequestMappingInfo.paths(paths)
                            .methods(method)
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    new Places(),
                    Places.class.getDeclaredMethod(endpoint));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/jobs, jobs",
        "GET, /v1/jobs/7, job",
        "GET, /v1/jobs/7/skills, skills",
        "GET, /v1/j%6Fbs/7, job",
        "GET, /v1/jobs;a=b/7, job",
        "POST, /v1/jobs, make",
        "GET, /jobs/harbor/data-analyst, page",
        "GET, /feeds/rss/abc, feed",
        "GET, /feed-of/abc, feed",
        "GET, /anything.txt, text",
    })
    void findWhatSpringFinds(String method, String path, String endpoint) throws Exception {
        assertThat(endpoint(near, method, path)).isEqualTo(endpoint);
        assertThat(endpoint(plain, method, path)).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @CsvSource({"/v1/job", "/v1/Jobs/7", "/v1", "/v2/jobs", "/"})
    void findNothingWhereSpringFindsNothing(String path) throws Exception {
        assertThat(endpoint(near, "GET", path)).isNull();
        assertThat(endpoint(plain, "GET", path)).isNull();
    }

    @Test
    void stillTellWhichMethodsThereAre() {
        assertThatThrownBy(() -> endpoint(near, "DELETE", "/v1/jobs"))
                .isInstanceOfSatisfying(
                        HttpRequestMethodNotSupportedException.class,
                        refused ->
                                assertThat(refused.getSupportedMethods())
                                        .containsExactlyInAnyOrder("GET", "POST"));
    }

    private static @Nullable String endpoint(
            RequestMappingHandlerMapping mapping, String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        var chain = mapping.getHandler(request);
        return chain == null
                ? null
                : ((HandlerMethod) Objects.requireNonNull(chain.getHandler()))
                        .getMethod()
                        .getName();
    }

    private static final class Places {

        void jobs() {}

        void make() {}

        void job() {}

        void skills() {}

        void page() {}

        void feed() {}

        void text() {}
    }
}
