package io.beanpole.deploy.cli;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.ScalingException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes a sentence on stderr and exit code 1. */
final class CliErrors implements IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    CliErrors(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult arguments) {
        var err = commandLine.getErr();
        if (failure instanceof DeployException known) {
            err.println("beanpole: " + known.getMessage());
            known.suggestion().ifPresent(err::println);
        } else if (failure instanceof ScalingException) {
            // Sentences of the arithmetic of scaling: what somebody asked for does not go together.
            err.println("beanpole: " + failure.getMessage());
        } else {
            err.println("beanpole: " + failure + " - this is a fault of the tool; --verbose shows where.");
        }
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }
}
