package fr.pleiade.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder of a run's output, in any file system. A file appears under its name when it is complete; {@value #SUCCESS} comes last.
 *
 * @param address its address
 */
record OutputFolder(String address, SerializableConfiguration configuration) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The empty file that says that all others are there. */
    static final String SUCCESS = "_SUCCESS";

    private static final String TEMPORARY = "_temporary";

    /**
     * Makes sure that there is such a folder, and nothing in it.
     *
     * @throws SparkFault if there is something, or it cannot be made
     */
    void begin() {
        Path folder = new Path(address);
        try {
            FileSystem files = files();
            if (isTaken(files, folder)) {
                throw SparkFault.misuse("--output %s is not an empty folder; remove what is there, or name another one"
                        .formatted(address));
            }
            if (!files.mkdirs(folder)) {
                throw new IOException("the folder cannot be made");
            }
        } catch (IOException e) {
            throw failed(address, e);
        }
    }

    private static boolean isTaken(FileSystem files, Path folder) throws IOException {
        try {
            return !files.getFileStatus(folder).isDirectory() || files.listStatus(folder).length > 0;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** Removes all that was written: a run that failed leaves nothing that could be taken for its output. */
    void clear() {
        try {
            FileSystem files = files();
            for (var file : files.listStatus(new Path(address))) {
                files.delete(file.getPath(), true);
            }
        } catch (IOException e) {
            throw failed(address, e);
        }
    }

    /** Says that all files are there. */
    void succeed() {
        try {
            files().delete(new Path(address, TEMPORARY), true);
            files().create(new Path(address, SUCCESS), true).close();
        } catch (IOException e) {
            throw failed(address, e);
        }
    }

    /** Writes a whole file at once. */
    void write(String name, byte[] bytes) {
        try (Written file = create(name)) {
            file.out().write(bytes);
            file.commit();
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    /** A file that is being written; closing it removes what was not committed. */
    final class Written implements AutoCloseable {
        private final String name;
        private final Path temporary;
        private final OutputStream out;

        private Written(String name, Path temporary, OutputStream out) {
            this.name = name;
            this.temporary = temporary;
            this.out = out;
        }

        OutputStream out() {
            return out;
        }

        /** Gives the file its name; another attempt at the same task has written the same. */
        void commit() throws IOException {
            out.close();
            Path file = new Path(address, name);
            FileSystem files = files();
            files.mkdirs(file.getParent());
            files.delete(file, false);
            if (!files.rename(temporary, file) && !files.exists(file)) {
                throw new IOException("it cannot be given its name");
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
            files().delete(temporary, false);
        }
    }

    /** Begins a file. */
    Written create(String name) throws IOException {
        TaskContext task = TaskContext.get();
        String attempt = task == null ? "driver" : String.valueOf(task.taskAttemptId());
        Path temporary = new Path(new Path(address, TEMPORARY), name.replace('/', '-') + "." + attempt);
        return new Written(name, temporary, files().create(temporary, true));
    }

    /** {@return the file system, without the files of check sums that it would put beside others; there are digests of all} */
    private FileSystem files() {
        FileSystem files = ClusterFiles.fileSystem(new Path(address), configuration);
        files.setWriteChecksum(false);
        return files;
    }

    static SparkFault failed(String name, IOException cause) {
        return SparkFault.environment("%s cannot be written: %s".formatted(name, cause.getMessage()), cause);
    }
}
