package dev.autogen.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, and not with a stack trace, why the migrations keep an application from starting. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrationStartException failure) {
        return new FailureAnalysis(failure.getMessage(), failure.cure(), rootFailure);
    }
}
