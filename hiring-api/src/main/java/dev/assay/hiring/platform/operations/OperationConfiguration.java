package dev.assay.hiring.platform.operations;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.assay.hiring.platform.limits.CallsUnderWay;
import dev.assay.hiring.platform.work.Backoff;
import dev.assay.hiring.shared.EmployerId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Operations as tasks of db-scheduler: leased to one node, taken over when that one dies, tried
 * again ever more seldom when they fail.
 */
@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

    /** Named by the operation's id, with the employer's as data. */
    static final TaskDescriptor<String> TASK = TaskDescriptor.of("operation", String.class);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @Bean
    CustomTask<String> operationTask(OperationRunner runner, CallsUnderWay calls) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) ->
                        operations.reschedule(
                                complete, complete.getTimeDone().plus(backoff(complete))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    calls.goFirst();
                    boolean over =
                            runner.run(
                                    new EmployerId(UUID.fromString(instance.getData())),
                                    new OperationId(UUID.fromString(instance.getId())),
                                    () -> context.getSchedulerState().isShuttingDown());
                    return over ? new CompletionHandler.OnCompleteRemove<>() : later();
                });
    }

    private static Duration backoff(ExecutionComplete complete) {
        return Backoff.after(complete.getExecution().consecutiveFailures + 1);
    }

    private static CompletionHandler<String> later() {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(A_MOMENT));
    }
}
