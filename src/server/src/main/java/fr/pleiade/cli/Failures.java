package fr.pleiade.cli;

import fr.pleiade.draft.DraftException;
import fr.pleiade.identifiers.SystemsException;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.UnknownReleaseException;
import fr.pleiade.site.SiteException;
import fr.pleiade.sources.CsvException;
import fr.pleiade.store.StoreException;
import fr.pleiade.syntax.SyntaxException;
import fr.pleiade.web.ServerException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The one place where what went wrong becomes a sentence on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler {
    static final int INPUT = 1;
    static final int ENVIRONMENT = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError error) {
                return handle(error, command.getErr());
            }
        }
        int code = exitCode(failure);
        if (code < 0) {
            failure.printStackTrace(command.getErr());
            command.getErr().println("pleiade: this is a fault of Pléiade itself; please report the lines above");
            return ENVIRONMENT;
        }
        command.getErr()
                .println("pleiade: "
                        + (failure instanceof DraftException draft
                                ? draft.problem().in(language(command))
                                : String.valueOf(failure.getMessage())));
        return code;
    }

    /** {@return the language that the command was asked to speak, as far as its failures can} */
    private static Locale language(CommandLine command) {
        OptionSpec said = command.getCommandSpec().findOption("--lang");
        return said != null && "fr".equals(said.getValue()) ? Locale.FRENCH : Locale.ENGLISH;
    }

    /** {@return the exit code of a command that the machine ended} */
    static int handle(VirtualMachineError error, PrintWriter err) {
        if (error instanceof StackOverflowError) {
            err.println(
                    "pleiade: the input is nested too deeply to be read: thousands of lists, brackets or blank nodes"
                            + " within one another; write it flatter, for example as N-Triples");
            return INPUT;
        }
        err.println("pleiade: memory ran out (%s); give Java more, for example PLEIADE_JAVA_OPTS=-Xmx4g"
                .formatted(error.getMessage()));
        return ENVIRONMENT;
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof PublicationException publication) {
            return publication.fault() == PublicationException.Fault.INPUT ? INPUT : ENVIRONMENT;
        }
        if (failure instanceof SiteException
                || failure instanceof SyntaxException
                || failure instanceof SystemsException
                || failure instanceof MappingException
                || failure instanceof CsvException
                || failure instanceof DraftException
                || failure instanceof Serving.NothingPublishedException
                || failure instanceof MapCommand.StoppedException) {
            return INPUT;
        }
        if (failure instanceof Misuse || failure instanceof UnknownReleaseException) {
            return ExitCode.USAGE;
        }
        boolean environment = failure instanceof ReleaseException
                || failure instanceof ServerException
                || failure instanceof StoreException
                || failure instanceof UncheckedIOException;
        return environment ? ENVIRONMENT : -1;
    }
}
