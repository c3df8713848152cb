package fr.pleiade.spark;

import fr.pleiade.mapping.engine.SourceFiles;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Sources wherever Hadoop's file systems read them; tables as they were where the mapping was read, for they are a part of it.
 *
 * @param configuration says which file systems there are
 * @param working the folder of relative source paths, as an address
 * @param mapping the folder of the mapping, as an address
 * @param tables the tables that functions look values up in, by their paths in the mapping
 */
record ClusterFiles(SerializableConfiguration configuration, String working, String mapping, Map<String, byte[]> tables)
        implements SourceFiles, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

    @Override
    public CsvFile open(LogicalSource source) {
        return CsvFile.read(source.path(), stored(source), source.dialect());
    }

    @Override
    public CsvFile table(String path, Dialect dialect) {
        byte[] table = tables.get(path);
        if (table == null) {
            throw new CsvException(
                    path,
                    1,
                    "is no table in the mapping's folder " + mapping
                            + " that the mapping names by itself; put it there");
        }
        return CsvFile.read(path, new ByteArrayInputStream(table), dialect);
    }

    /**
     * {@return a source's bytes}
     *
     * @throws CsvException if there is no such file, or it cannot be opened
     */
    InputStream stored(LogicalSource source) {
        Path path = path(source);
        try {
            return new Reaching(fileSystem(path).open(path), path);
        } catch (IOException e) {
            throw unreadable(source, path, e);
        }
    }

    /** {@return some bytes of a source from an offset on} */
    InputStream stored(LogicalSource source, long offset, long length) {
        Path path = path(source);
        try {
            FSDataInputStream in = fileSystem(path).open(path);
            in.seek(offset);
            return BoundedInputStream.builder()
                    .setInputStream(new Reaching(in, path))
                    .setMaxCount(length)
                    .get();
        } catch (IOException e) {
            throw unreadable(source, path, e);
        }
    }

    /** A file whose bytes may cease to come, which is no fault of the file: the task fails, and Spark tries it again. */
    private static final class Reaching extends FilterInputStream {
        private final Path path;

        Reaching(InputStream in, Path path) {
            super(in);
            this.path = path;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException("%s cannot be read on: %s".formatted(path, e.getMessage()), e);
            }
        }
    }

    /** {@return what the file system knows of a source's file} */
    FileStatus status(LogicalSource source) {
        Path path = path(source);
        try {
            return fileSystem(path).getFileStatus(path);
        } catch (IOException e) {
            throw unreadable(source, path, e);
        }
    }

    private static CsvException unreadable(LogicalSource source, Path path, IOException cause) {
        String place = "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
        String problem = cause instanceof FileNotFoundException
                ? "there is no such file (looked for %s)".formatted(place)
                : "cannot be read: %s (looked for %s)".formatted(cause.getMessage(), place);
        return (CsvException) new CsvException(source.path(), 0, problem).initCause(cause);
    }

    /** {@return where a source's file is, by the same rules as on one machine} */
    private Path path(LogicalSource source) {
        String path = source.path();
        return switch (source.root()) {
            case UNDECLARED -> {
                Path inWorking = resolve(working, path);
                Path inMapping = resolve(mapping, path);
                yield !inWorking.equals(inMapping) && !exists(inWorking) && exists(inMapping) ? inMapping : inWorking;
            }
            case WORKING_DIRECTORY -> resolve(working, path);
            case MAPPING_DIRECTORY -> resolve(mapping, path);
            case NAMED -> resolve(resolve(working, source.folder()).toString(), path);
        };
    }

    /** A path may be an address itself; a colon in the name of a file makes it none. */
    private static Path resolve(String folder, String path) {
        if (ADDRESS.matcher(path).matches()) {
            return new Path(path);
        }
        Path parent = new Path(folder);
        String absolute = path.startsWith("/") ? path : parent.toUri().getPath() + "/" + path;
        return new Path(
                parent.toUri().getScheme(),
                parent.toUri().getAuthority(),
                java.nio.file.Path.of(absolute).normalize().toString());
    }

    private boolean exists(Path path) {
        try {
            return fileSystem(path).exists(path);
        } catch (IOException e) {
            return false;
        }
    }

    private FileSystem fileSystem(Path path) {
        return fileSystem(path, configuration);
    }

    /**
     * {@return the file system of an address}
     *
     * @throws SparkFault if the cluster has none for its scheme, or cannot reach it
     */
    static FileSystem fileSystem(Path path, SerializableConfiguration configuration) {
        try {
            return path.getFileSystem(configuration.value());
        } catch (IOException | RuntimeException e) {
            String said = String.valueOf(e.getMessage());
            boolean isMissing = said.contains("No FileSystem for scheme") || said.contains("ClassNotFoundException");
            throw SparkFault.environment(
                    isMissing
                            ? "%s: no library on Spark's class path reads %s: addresses; name it with --packages or --jars of spark-submit"
                                    .formatted(path, path.toUri().getScheme())
                            : "%s: cannot be reached: %s".formatted(path, said),
                    e);
        }
    }
}
