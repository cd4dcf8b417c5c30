package dev.assay.hiring.platform.limits;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Files that come by forms: one or two a form, kept in memory and never on a disk, because it is a
 * person's. A page that takes less than {@link #LARGEST_FORM} says so itself.
 */
@Configuration(proxyBeanMethods = false)
public class Uploads {

    /** No form is larger, with all that is in it: a file of a dossier and a credential. */
    public static final long LARGEST_FORM = 8 * 1024 * 1024;

    @Bean
    MultipartConfigElement multipartConfig() {
        return new MultipartConfigElement("", LARGEST_FORM, LARGEST_FORM, (int) LARGEST_FORM);
    }

    /** Reads a form's file only where a page asks for it, which can then say that it is too big. */
    @Bean
    MultipartResolver multipartResolver() {
        var resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true);
        return resolver;
    }
}
