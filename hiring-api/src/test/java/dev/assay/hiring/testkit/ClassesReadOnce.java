package dev.assay.hiring.testkit;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/**
 * Has all nodes of this JVM share what Spring reads in class files to find its beans: they are the
 * same classes each time, and a test run starts a hundred nodes.
 */
final class ClassesReadOnce
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Boot makes one of its own, and empties it after the start, unless this name is taken. */
    private static final String NAME =
            "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory";

    private static final int MANY_CLASSES = 4096;

    private static final CachingMetadataReaderFactory SHARED = shared();

    @Override
    public void initialize(ConfigurableApplicationContext starting) {
        ((BeanDefinitionRegistry) starting.getBeanFactory())
                .registerBeanDefinition(
                        NAME,
                        new RootBeanDefinition(CachingMetadataReaderFactory.class, () -> SHARED));
    }

    private static CachingMetadataReaderFactory shared() {
        var factory = new CachingMetadataReaderFactory(new DefaultResourceLoader());
        factory.setCacheLimit(MANY_CLASSES);
        return factory;
    }
}
