package fr.pleiade.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

class NeededTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsThereIsGiven(boolean strict) throws IOException {
        Path program = Files.createFile(folder.resolve("curl"));
        Path data = Files.createDirectory(folder.resolve("data"));
        assertThatNoException().isThrownBy(() -> Needed.file(program, "install curl", strict));
        assertThat(Needed.shared(folder, "data", strict)).isEqualTo(data);
        assertThatNoException().isThrownBy(() -> Needed.ofTheKernel(true, "a name space"));
    }

    @Test
    void onADevelopersMachineWhatIsMissingIsSkipped() {
        assertSkipped(() -> Needed.file(folder.resolve("curl"), "install curl", false), "curl: install curl");
        assertSkipped(() -> Needed.shared(folder, "data", false), "-Dpleiade.shared=DIR");
    }

    @Test
    void inTheGateAMissingProgramFails() {
        assertFails(() -> Needed.file(folder.resolve("curl"), "install curl", true), "curl: install curl");
    }

    @Test
    void inTheGateAMissingFolderFailsWhereSomethingIsBesideTheProject() throws IOException {
        assertFails(
                () -> Needed.shared(folder, "data", true),
                folder.resolve("data").toString());
        Files.createFile(folder.resolve("data"));
        assertFails(
                () -> Needed.shared(folder, "data", true),
                folder.resolve("data").toString());
    }

    @Test
    void inTheGateACloneThatStandsAloneSkips() {
        assertSkipped(() -> Needed.shared(folder.resolve("shared"), "data", true), "no folder");
    }

    @Test
    void whatOnlyTheKernelGivesIsNeverAFailure() {
        assertSkipped(() -> Needed.ofTheKernel(false, "a name space"), "the kernel refuses a name space");
    }

    private static void assertSkipped(ThrowingCallable need, String reason) {
        assertThatExceptionOfType(TestAbortedException.class).isThrownBy(need).withMessageContaining(reason);
    }

    private static void assertFails(ThrowingCallable need, String reason) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(need)
                .withMessageContaining("PLEIADE_STRICT=1")
                .withMessageContaining(reason);
    }
}
