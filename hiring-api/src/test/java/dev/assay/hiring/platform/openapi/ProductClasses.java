package dev.assay.hiring.platform.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** The product's classes, found by what their files say: only those asked for are loaded. */
final class ProductClasses {

    private static final List<AnnotationMetadata> ALL = all();

    private ProductClasses() {}

    /** Those that are so, tests left out. */
    static List<Class<?>> which(Predicate<AnnotationMetadata> wanted) {
        List<Class<?>> found = new ArrayList<>();
        for (AnnotationMetadata type : ALL) {
            if (wanted.test(type)) {
                found.add(ClassUtils.resolveClassName(type.getClassName(), null));
            }
        }
        return found;
    }

    private static List<AnnotationMetadata> all() {
        var readers = new SimpleMetadataReaderFactory();
        List<AnnotationMetadata> all = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:dev/assay/hiring/**/*.class")) {
                if (!file.getURL().getPath().contains("/test-classes/")) {
                    all.add(readers.getMetadataReader(file).getAnnotationMetadata());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all;
    }
}
