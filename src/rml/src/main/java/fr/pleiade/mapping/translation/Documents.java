package fr.pleiade.mapping.translation;

import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.yaml.YamlException;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.mapping.yaml.YamlReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** Documents in YAML that are mappings. */
public final class Documents {
    private Documents() {}

    /** {@return whether a file is in YAML, by its suffix} */
    public static boolean isYaml(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    }

    /**
     * {@return what a document says}
     *
     * @throws MappingException if it cannot be read, or is not YAML
     */
    public static YamlNode read(Path file) {
        String document = file.toString();
        try {
            return YamlReader.read(file);
        } catch (YamlException e) {
            throw new MappingException(new MappingError(document, e.line(), e.problem()), e);
        } catch (UncheckedIOException e) {
            throw new MappingException(new MappingError(document, 0, "cannot be read: " + e.getMessage()), e);
        }
    }
}
