package fr.pleiade.spark;

import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.RecordCuts.Cut;
import java.io.Serializable;
import java.util.List;

/**
 * Some whole records of a source, for one task; or all of them.
 *
 * @param number which part it is of all, in the order of the sources and their lines
 * @param source the number of the source in the plan
 * @param beginning where its records begin, or the file if it is the first of its source
 * @param length how many bytes it has
 * @param isFirst whether it has what precedes the records
 * @param isWhole whether it is the whole file, which is then read as one machine reads it
 * @param header the columns' names, where it is not the first
 * @param inside some other places in it where a record begins
 */
record SourcePart(
        int number,
        int source,
        Cut beginning,
        long length,
        boolean isFirst,
        boolean isWhole,
        List<String> header,
        List<Cut> inside)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    SourcePart {
        header = List.copyOf(header);
        inside = List.copyOf(inside);
    }

    /** {@return the part's rows} */
    CsvFile open(ClusterFiles files, LogicalSource described) {
        if (isWhole) {
            return files.open(described);
        }
        return isFirst
                ? CsvFile.read(described.path(), files.stored(described, 0, length), described.dialect())
                : rows(files, described, beginning, length);
    }

    /** {@return the rows from one of the places inside on, up to the part's end} */
    CsvFile openAt(ClusterFiles files, LogicalSource described, Cut cut) {
        return rows(files, described, cut, beginning.offset() + length - cut.offset());
    }

    private CsvFile rows(ClusterFiles files, LogicalSource described, Cut cut, long bytes) {
        return CsvFile.part(
                described.path(),
                files.stored(described, cut.offset(), bytes),
                described.dialect(),
                header,
                cut.line());
    }
}
