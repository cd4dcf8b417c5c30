package dev.assay.hiring.training.web;

import dev.assay.hiring.training.web.TrainingEstimateRequest.ChangedInputRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** One estimate to be made several times, with other inputs each time. */
record TrainingScenariosRequest(
        @NotNull @Valid TrainingEstimateRequest estimate,
        @NotEmpty @Size(max = 10) List<@NotNull @Valid ScenarioRequest> scenarios) {

    record ScenarioRequest(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid ChangedInputRequest> changes) {}
}
