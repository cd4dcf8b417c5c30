package dev.assay.hiring.testkit;

import dev.assay.db.testkit.StatementGate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the statement gate before every pool of the application, so that it sees all of its SQL. */
final class GatedDataSources implements BeanPostProcessor {

    private final StatementGate gate;

    GatedDataSources(StatementGate gate) {
        this.gate = gate;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? gate.wrap(source) : bean;
    }
}
