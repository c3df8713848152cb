package fr.pleiade.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes with mounts of their own, which nobody else sees and which end with them: disks that are small, full or read-only. */
public final class OwnMounts {
    private OwnMounts() {}

    /**
     * Asks that there can be such processes.
     *
     * @param empty a folder on which a disk is mounted for a moment
     */
    public static void need(Path empty) throws IOException, InterruptedException {
        Needed.file(Path.of("/usr/bin/unshare"), "install util-linux");
        ProcessBuilder mount = bash("mount -t tmpfs disk \"$1\"", empty.toString());
        Needed.ofTheKernel(
                mount.redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0,
                "a name space with a disk of its own");
    }

    /** {@return a script with its arguments, not yet begun, which may mount what it likes} */
    public static ProcessBuilder bash(String script, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", script));
        command.add("bash");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
