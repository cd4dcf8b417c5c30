package dev.assay.hiring.testkit;

import dev.assay.hiring.platform.fetch.PostGuard;
import dev.assay.hiring.platform.fetch.Receivers;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets an application under test post to receivers of the tests', and to nobody else. */
final class ReceiversInReach implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PostGuard ? Receivers.guard() : bean;
    }
}
