package dev.assay.admin.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * The console's templates without Spring: a page made of view records alone. What was rendered is
 * also kept under {@code target/pages}, to look at.
 */
public final class RenderedPage {

    /** The instant at which rendered pages are seen. */
    public static final Instant NOW = Instant.parse("2026-03-14T09:30:00Z");

    private static final SpringTemplateEngine ENGINE = engine();

    private RenderedPage() {}

    public static Moment moment(String instant) {
        return new Moment(Instant.parse(instant), NOW);
    }

    public static Words words() {
        return new Words(messages());
    }

    /** Renders a template inside the frame of somebody who works for two employers. */
    public static String of(String template, Theme theme, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("shell", shell(theme));
        MockServletContext servlets = new MockServletContext();
        var exchange =
                JakartaServletWebApplication.buildApplication(servlets)
                        .buildExchange(
                                new MockHttpServletRequest(servlets),
                                new MockHttpServletResponse());
        String html = ENGINE.process(template, new WebContext(exchange, Locale.ENGLISH, all));
        keep(template.replace('/', '-') + "-" + theme.value() + ".html", html);
        return html;
    }

    private static Shell shell(Theme theme) {
        var harbor = new Viewer.EmployerChoice("harbor-analytics", "Harbor Analytics");
        var cedar = new Viewer.EmployerChoice("cedar-health", "Cedar Health");
        return new Shell(
                "jobs",
                "/console/jobs",
                theme,
                List.of(
                        new NavEntry("home", "Home", "/console", "home", 3),
                        new NavEntry("jobs", "Jobs", "/console/jobs", "jobs", 0),
                        new NavEntry("trust", "Trust", "/console/trust", "trust", 0)),
                new Viewer(
                        "Sam Field",
                        "Recruiter",
                        harbor.name(),
                        harbor.alias(),
                        List.of(harbor, cedar),
                        true,
                        true));
    }

    private static void keep(String name, String html) {
        try {
            Path pages = Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(pages.resolve(name), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpringTemplateEngine engine() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages());
        return engine;
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
