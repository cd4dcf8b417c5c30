package dev.assay.hiring.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

class WorkBeginsTest {

    /** Events that were numbered while a node started were once heard by nobody, for good. */
    @Test
    void whatWorkTellsFirstIsHeard() {
        try (var context = new AnnotationConfigApplicationContext(Telling.class)) {
            assertThat(context.getBean(Hearing.class).heard).containsExactly("begun");
        }
    }

    /** Not annotated, so that no application under test finds it. */
    static class Telling {

        @Bean
        WorkBegins workBegins(ApplicationEventPublisher listeners) {
            return new WorkBegins(() -> listeners.publishEvent("begun"));
        }

        @Bean
        Hearing hearing() {
            return new Hearing();
        }
    }

    static class Hearing {

        private final List<String> heard = new ArrayList<>();

        @EventListener
        void on(String told) {
            heard.add(told);
        }
    }
}
