package fr.pleiade.mapping.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Reads YAML files as trees of texts.
 *
 * <p>A file has at most {@value #LARGEST} bytes, in UTF-8, and parts at most {@value #DEEPEST} deep in one another. Anchors, aliases,
 * tags, keys that are not texts and keys that a part has twice are refused: a document means what stands in it, once. One use.
 */
public final class YamlReader {
    private static final int LARGEST = 1_000_000;
    private static final int DEEPEST = 40;
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final String document;
    private final Iterator<Event> events;
    private int depth;

    private YamlReader(String document, Iterator<Event> events) {
        this.document = document;
        this.events = events;
    }

    /**
     * {@return what a file says; nothing where it says nothing}
     *
     * @throws YamlException if it is not YAML, or has what is not read
     * @throws UncheckedIOException if it cannot be read
     */
    public static YamlNode read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new YamlException(
                        file.toString(),
                        1,
                        "the file has more than " + LARGEST + " bytes: too large for a document in YAML");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return read(
                    file.toString(),
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw new YamlException(file.toString(), 1, "the file is not in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what a text says; otherwise like the other method of the name} */
    public static YamlNode read(String document, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            Iterator<Event> events =
                    new Yaml(options).parse(new StringReader(withoutMark)).iterator();
            return new YamlReader(document, events).document();
        } catch (MarkedYAMLException e) {
            YamlAdvice advice = YamlAdvice.of(e, withoutMark);
            throw new YamlException(document, advice.line(), advice.sentence());
        } catch (YAMLException e) {
            throw new YamlException(document, 1, "this is not YAML: " + e.getMessage());
        }
    }

    private YamlNode document() {
        YamlNode root = YamlNode.nothing(1);
        boolean isRead = false;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                if (isRead) {
                    throw problem(event, "the file has several documents, expected one");
                }
                root = node(event);
                isRead = true;
            }
        }
        return root;
    }

    private YamlNode node(Event event) {
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
            throw problem(event, "anchors (&) and aliases (*) are not read; write the part where it is meant");
        }
        if (++depth > DEEPEST) {
            throw problem(event, "parts are more than " + DEEPEST + " deep in one another");
        }
        YamlNode read = event instanceof ScalarEvent scalar
                ? scalar(scalar)
                : event instanceof SequenceStartEvent list ? list(list) : map((MappingStartEvent) event);
        depth--;
        return read;
    }

    private YamlNode scalar(ScalarEvent scalar) {
        refuseTag(scalar, scalar.getTag());
        return scalar.isPlain() && NOTHING.contains(scalar.getValue())
                ? YamlNode.nothing(line(scalar))
                : YamlNode.text(scalar.getValue(), line(scalar));
    }

    private YamlNode list(SequenceStartEvent start) {
        refuseTag(start, start.getTag());
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
            items.add(node(event));
        }
        return YamlNode.list(items, line(start));
    }

    private YamlNode map(MappingStartEvent start) {
        refuseTag(start, start.getTag());
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw problem(event, "a key is a list or has keys itself, expected a text");
            }
            node(key);
            Long before = lines.putIfAbsent(key.getValue(), line(key));
            if (before != null) {
                throw problem(
                        event,
                        "'%s' stands here a second time, after line %d; keep one, or make a list of the two"
                                .formatted(key.getValue(), before));
            }
            entries.add(new YamlNode.Entry(key.getValue(), node(events.next()), line(key)));
        }
        return YamlNode.map(entries, line(start));
    }

    private void refuseTag(Event event, @Nullable String tag) {
        if (tag != null && !tag.equals("!")) {
            throw problem(event, "the tag '%s' is not read; write the text alone".formatted(tag));
        }
    }

    private YamlException problem(Event event, String problem) {
        return new YamlException(document, line(event), problem);
    }

    private static long line(Event event) {
        return event.getStartMark().getLine() + 1L;
    }
}
