package dev.assay.hiring.platform.work;

import org.springframework.context.SmartLifecycle;

/**
 * Has background work begin when everything else is there, and not while it is being put together:
 * until then nobody listens, and what the work tells would be told to nobody.
 */
final class WorkBegins implements SmartLifecycle {

    private final Runnable work;
    private volatile boolean running;

    WorkBegins(Runnable work) {
        this.work = work;
    }

    @Override
    public void start() {
        running = true;
        work.run();
    }

    /** It ends by itself, before what it works with. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
