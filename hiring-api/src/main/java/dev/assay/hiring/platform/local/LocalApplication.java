package dev.assay.hiring.platform.local;

import java.util.Map;

/**
 * The application a {@link LocalLauncher} runs beside its PostgreSQL and Keycloak. The launcher
 * knows nothing else of it, so that this module needs not know the console.
 */
@FunctionalInterface
public interface LocalApplication {

    /**
     * Starts the application and returns once it accepts requests.
     *
     * @param settings configuration properties by name: addresses, passwords, the port to listen on
     * @return stops the application when closed, after the requests in flight have ended
     */
    Running start(Map<String, Object> settings);

    /** A started application; closing it twice does nothing more. */
    @FunctionalInterface
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
