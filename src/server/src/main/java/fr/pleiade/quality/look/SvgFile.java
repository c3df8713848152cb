package fr.pleiade.quality.look;

import fr.pleiade.quality.look.Logo.Read;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An SVG file as it came. Only what draws is let through: elements and addresses that are not known to be harmless are refused, so that
 * a picture runs no script, loads nothing and is no page.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/conform.html#secure-static-mode">SVG 2, secure static mode</a>
 */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final Set<String> DRAWING = Set.of(
            ("svg g defs symbol use title desc metadata switch style path rect circle ellipse line polyline polygon text tspan textPath"
                            + " linearGradient radialGradient stop clipPath mask pattern marker image filter feBlend feColorMatrix"
                            + " feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight"
                            + " feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology"
                            + " feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence")
                    .split(" "));

    /** What drawing programs write down for themselves, and what a file says about itself. */
    private static final Set<String> NOTES = Set.of(
            "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
            "http://www.inkscape.org/namespaces/inkscape",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://creativecommons.org/ns#",
            "http://web.resource.org/cc/",
            "http://purl.org/dc/elements/1.1/",
            "http://purl.org/dc/terms/",
            "http://www.serif.com/",
            "http://www.bohemiancoding.com/sketch/ns");

    private static final Pattern OWN_TYPES = Pattern.compile("(?s)<!DOCTYPE[^>\\[]*\\[");
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*");
    private static final Pattern CALL =
            Pattern.compile("(?i)url\\s*\\(\\s*[\"']?\\s*(.)?|@import|expression\\s*\\(|\\\\");
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]{1,6}(?:\\.[0-9]{1,6})?)\\s*(?:px)?\\s*");
    private static final Pattern BOX = Pattern.compile(
            "[-0-9.eE]+[\\s,]+[-0-9.eE]+[\\s,]+([0-9]{1,6}(?:\\.[0-9]{1,6})?)[\\s,]+([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

    private final String name;
    private final byte[] bytes;

    SvgFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** Something that a picture must not have. */
    private static final class Danger extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Read refusal;

        Danger(long line, String what) {
            super(what);
            this.refusal = Read.dangerous(
                    "has %s in line %d, by which a picture could do more than be seen; it is not shown"
                            .formatted(what, line),
                    "a %s à la ligne %d, par quoi une image pourrait faire plus qu'être vue ; il n'est pas montré"
                            .formatted(what, line));
        }
    }

    Read read() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (OWN_TYPES.matcher(text).find()) {
                throw new Danger(1, "<!DOCTYPE […]>");
            }
            return read(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (Danger e) {
            return e.refusal;
        } catch (XMLStreamException | CharacterCodingException e) {
            return Read.unfit("is no SVG that can be read", "n'est pas un SVG lisible");
        }
    }

    private Read read(String text) throws XMLStreamException, Danger {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        Optional<Double> ratio = Optional.empty();
        boolean isFirst = true;
        for (; reader.hasNext(); reader.next()) {
            requireHarmless(reader);
            if (reader.isStartElement()) {
                if (isFirst && !(reader.getLocalName().equals("svg") && SVG.equals(reader.getNamespaceURI()))) {
                    return Read.unfit("is no SVG: it has no <svg>", "n'est pas un SVG : il n'a pas de <svg>");
                }
                ratio = isFirst ? Optional.of(ratio(reader)) : ratio;
                isFirst = false;
            }
        }
        return ratio.map(known -> Read.of(new Logo(name, "image/svg+xml", bytes, known)))
                .orElseGet(() -> Read.unfit("is empty", "est vide"));
    }

    private static void requireHarmless(XMLStreamReader reader) throws Danger {
        int line = reader.getLocation().getLineNumber();
        switch (reader.getEventType()) {
            case XMLStreamConstants.START_DOCUMENT -> {
                String declared = reader.getCharacterEncodingScheme();
                if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
                    throw new Danger(line, "encoding=\"" + declared + "\"");
                }
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                throw new Danger(line, "<?" + reader.getPITarget() + "?>");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new Danger(line, "&" + reader.getLocalName() + ";");
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> requireNoCall(reader.getText(), line);
            case XMLStreamConstants.START_ELEMENT -> requireDrawing(reader, line);
            default -> {}
        }
    }

    private static void requireDrawing(XMLStreamReader reader, int line) throws Danger {
        String namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        String element = reader.getLocalName();
        if (!NOTES.contains(namespace) && !(namespace.equals(SVG) && DRAWING.contains(element))) {
            throw new Danger(line, "<" + element + ">");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i).strip();
            String lower = attribute.toLowerCase(Locale.ROOT);
            boolean leads = Stream.of("href", "src", "base").anyMatch(lower::equals);
            boolean isWithin = value.startsWith("#") || PICTURE.matcher(value).matches();
            boolean isNote =
                    NOTES.contains(namespace) || NOTES.contains(String.valueOf(reader.getAttributeNamespace(i)));
            if (lower.startsWith("on") || leads && !isWithin && !isNote) {
                throw new Danger(line, attribute + "=\"…\"");
            }
            requireNoCall(value, line);
        }
    }

    /** Addresses in styles lead within the picture, and nothing is written so that it reads as something else. */
    private static void requireNoCall(String text, int line) throws Danger {
        String lower = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
        if (lower.contains("javascript:")) {
            throw new Danger(line, "javascript:");
        }
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            if (!"#".equals(call.group(1))) {
                throw new Danger(line, call.group().strip());
            }
        }
    }

    private static double ratio(XMLStreamReader svg) {
        Matcher box = BOX.matcher(
                String.valueOf(svg.getAttributeValue(null, "viewBox")).strip());
        Matcher width = LENGTH.matcher(String.valueOf(svg.getAttributeValue(null, "width")));
        Matcher height = LENGTH.matcher(String.valueOf(svg.getAttributeValue(null, "height")));
        double ratio = box.matches()
                ? Double.parseDouble(box.group(1)) / Double.parseDouble(box.group(2))
                : width.matches() && height.matches()
                        ? Double.parseDouble(width.group(1)) / Double.parseDouble(height.group(1))
                        : 1;
        return ratio > 0 && Double.isFinite(ratio) ? ratio : 1;
    }
}
