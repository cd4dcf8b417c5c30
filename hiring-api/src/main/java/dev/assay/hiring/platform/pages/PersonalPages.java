package dev.assay.hiring.platform.pages;

import dev.assay.hiring.platform.limits.PageLimits;
import dev.assay.hiring.shared.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes pages for people without an account, templates of the folder {@code pages}: plain HTML
 * that needs no script, and loads nothing. Nobody may keep or index them, and whoever asks too
 * often waits.
 */
@Component
public class PersonalPages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String STYLE = style();

    private final PageLimits limits;
    private final SpringTemplateEngine engine;

    PersonalPages(PageLimits limits) {
        this.limits = limits;
        var templates = new ClassLoaderTemplateResolver(PersonalPages.class.getClassLoader());
        templates.setPrefix("pages/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        this.engine = new SpringTemplateEngine();
        this.engine.setTemplateResolver(templates);
    }

    /** The page, or the request to wait a minute where so many came from this address already. */
    public ResponseEntity<String> admitted(
            HttpServletRequest request, Supplier<ResponseEntity<String>> page) {
        return limits.admits(request.getRemoteAddr())
                ? page.get()
                : message(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Please wait a minute",
                        "There were too many requests from your network. Nothing was changed.");
    }

    /**
     * A page.
     *
     * @param template its name in the folder, without the ending
     * @param words what it shows; escaped wherever it goes
     */
    public ResponseEntity<String> page(
            String template, HttpStatus status, Map<String, Object> words) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("style", STYLE);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .body(engine.process(template, new Context(Locale.UK, all)));
    }

    /** A page of one sentence. */
    public ResponseEntity<String> message(HttpStatus status, String title, String sentence) {
        return page("message", status, Map.of("title", title, "sentence", sentence));
    }

    /** The one source of styles that the pages' own headers allow. */
    static String styleSource() {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(STYLE)) + "'";
    }

    private static String style() {
        try (InputStream in = PersonalPages.class.getResourceAsStream("/pages/style.css")) {
            if (in == null) {
                throw new IllegalStateException("there is no pages/style.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("pages/style.css cannot be read", failure);
        }
    }
}
