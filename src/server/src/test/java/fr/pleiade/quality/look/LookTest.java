package fr.pleiade.quality.look;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private static final String BASE = "https://data.example.org/";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    @TempDir
    Path folder;

    @Test
    void aSiteThatSaysNothingLooksAsUsual() throws IOException {
        assertThat(look("").palette()).isEmpty();
        assertThat(look("").logo()).isEmpty();
        assertThat(look("").findings()).isEmpty();
    }

    @Test
    void whatIsFitIsUsed() throws IOException {
        Files.writeString(folder.resolve("logo.svg"), SVG + " viewBox=\"0 0 300 100\"><path d=\"M0 0h3v1z\"/></svg>");
        Look look = look("foaf:logo <logo.svg> ; look:mainColour \"#123a7a\" ; look:accentColour \"#a34100\"");
        assertThat(look.findings()).isEmpty();
        assertThat(look.logo().orElseThrow().mediaType()).isEqualTo("image/svg+xml");
        assertThat(look.logo().orElseThrow().width(32)).isEqualTo(96);
        assertThat(look.palette().orElseThrow().styleSheet()).contains("--link: #123a7a", "--accent: #a34100");
    }

    /** #ffcc00 on #f4f2ec: luminances 0.6445 and 0.8879, so 0.9379 / 0.6945 = 1.350. */
    @Test
    void aFaintColourIsAFindingWithBothValuesAndTheNearestThatIsNot() throws IOException {
        Look look = look("look:mainColour \"#ffcc00\"");
        Finding finding = look.findings().get(0);
        assertThat(look.findings()).hasSize(1);
        assertThat(finding.rule()).isEqualTo("low-contrast");
        assertThat(finding.place()).isEqualTo(new Place.InLine("catalog.ttl", 5));
        Colour nearest = look.palette().orElseThrow().link();
        assertThat(nearest.contrast(new Colour(0xf4, 0xf2, 0xec))).isBetween(4.5, 4.6);
        assertThat(finding.problem().en()).contains("#ffcc00", "1.35:1", "#f4f2ec", "4.50:1", nearest.toString());
        assertThat(finding.problem().fr()).contains("#ffcc00", "1,35:1", "#f4f2ec", "4,50:1", nearest.toString());
    }

    @Test
    void whatIsNoTextNeedsLessContrast() throws IOException {
        assertThat(look("look:accentColour \"#c05020\"").findings()).isEmpty();
        assertThat(look("look:accentColour \"#f0a070\"").findings())
                .extracting(Finding::rule)
                .containsExactly("low-contrast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12", "#0a5a6b; } body { background: url(//evil.example)"})
    void whatIsNoColourIsAFindingAndReachesNoPage(String text) throws IOException {
        Look look = look("look:mainColour \"" + text + "\"");
        assertThat(look.findings()).extracting(Finding::rule).containsExactly("unreadable-colour");
        assertThat(look.palette()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<https://elsewhere.example/logo.svg>",
        "<picture.svg>",
        "<../logo.svg>",
        "<logo.svg?x>",
        "<logo.html>",
        "\"logo.svg\"",
        "<logo.png>"
    })
    void aLogoThatIsNoFileOfTheSiteIsAFinding(String logo) throws IOException {
        Look look = look("foaf:logo " + logo);
        assertThat(look.findings()).extracting(Finding::rule).containsExactly("unfit-logo");
        assertThat(look.logo()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "><script>alert(1)</script>",
                "><script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>",
                " onload=\"alert(1)\">",
                "><g ONCLICK=\"alert(1)\"/>",
                "><a xlink:href=\"javascript:alert(1)\"><path/></a>",
                "><use href=\"https://evil.example/x.svg#a\"/>",
                "><use xlink:href=\"data:image/svg+xml;base64,AAAA\"/>",
                "><image href=\"http://evil.example/pixel.png\"/>",
                "><foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>",
                "><style>@import 'https://evil.example/a.css';</style>",
                "><style>path { fill: url(https://evil.example/a.svg#x) }</style>",
                "><style>path { fill: u\\72l(https://evil.example) }</style>",
                "><path style=\"filter: url( 'https://evil.example/a.svg#x' )\"/>",
                "><set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "><animate attributeName=\"onload\" values=\"alert(1)\"/>",
                "><path fill=\"java&#10;script:alert(1)\"/>",
                "><?xml-stylesheet href=\"https://evil.example/a.xsl\"?>",
                " xml:base=\"https://evil.example/\"><use href=\"a.svg#b\"/>",
                "><iframe/>"
            })
    void whatCouldDoHarmIsNotShown(String inside) throws IOException {
        Files.writeString(folder.resolve("logo.svg"), SVG + inside + "</svg>");
        assertRefused("logo.svg", "unsafe-logo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x \"<script>alert(1)</script>\">]>",
                "<!DOCTYPE svg PUBLIC 'a' 'b' [<!ATTLIST svg onload CDATA 'alert(1)'>]>",
                "<?xml-stylesheet href=\"https://evil.example/a.xsl\"?>",
                "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>"
            })
    void whatStandsBeforeThePictureDoesNoHarmEither(String before) throws IOException {
        Files.writeString(folder.resolve("logo.svg"), before + SVG + "/>");
        assertRefused("logo.svg", "unsafe-logo");
    }

    @Test
    void whatDrawingProgramsWriteIsHarmless() throws IOException {
        Files.writeString(folder.resolve("logo.svg"), """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <!-- Created with Inkscape -->
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64px" height="32"
                    xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                    xmlns:cc="http://creativecommons.org/ns#">
                  <sodipodi:namedview pagecolor="#ffffff"/>
                  <metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata>
                  <defs><linearGradient id="a"><stop stop-color="#fff"/></linearGradient><style>.b { fill: url(#a) }</style></defs>
                  <path class="b" d="M0 0h64v32z" style="fill:url('#a');opacity:.5"/><use xlink:href="#a"/>
                </svg>
                """);
        Look look = look("foaf:logo <logo.svg>");
        assertThat(look.findings()).isEmpty();
        assertThat(look.logo().orElseThrow().width(32)).isEqualTo(64);
    }

    @Test
    void aLogoIsSmall() throws IOException {
        Files.writeString(folder.resolve("logo.svg"), SVG + "><title>" + "x".repeat(40_000) + "</title></svg>");
        assertRefused("logo.svg", "unfit-logo");
        assertThat(look("foaf:logo <logo.svg>").findings().get(0).problem().en())
                .contains("bytes", "32,768");
    }

    @Test
    void aPictureIsWhatItsNameSays() throws IOException {
        byte[] png = picture("png", 60, 30);
        Files.write(folder.resolve("logo.png"), png);
        assertThat(look("foaf:logo <logo.png>").logo().orElseThrow().width(32)).isEqualTo(64);
        Files.write(folder.resolve("logo.jpg"), picture("jpeg", 10, 10));
        assertThat(look("foaf:logo <logo.jpg>").logo().orElseThrow().mediaType())
                .isEqualTo("image/jpeg");
        Files.write(folder.resolve("logo.jpg"), png);
        assertRefused("logo.jpg", "unfit-logo");
        Files.write(folder.resolve("logo.svg"), png);
        assertRefused("logo.svg", "unfit-logo");
        Files.writeString(folder.resolve("logo.svg"), "<html><script>alert(1)</script></html>");
        assertThat(look("foaf:logo <logo.svg>").logo()).isEmpty();
        Files.writeString(folder.resolve("logo.svg"), SVG + ">&evil;</svg>"); // nothing says what it is: no XML
        assertRefused("logo.svg", "unfit-logo");
        Files.writeString(folder.resolve("logo.svg"), "");
        assertRefused("logo.svg", "unfit-logo");
    }

    @Test
    void aPictureThatClaimsToBeHugeIsNotDrawn() throws IOException {
        byte[] png = picture("png", 60, 30);
        png[16] = 0x7f; // the first byte of the width, in the header
        Files.write(folder.resolve("logo.png"), png);
        assertRefused("logo.png", "unfit-logo");
        Files.write(folder.resolve("logo.png"), picture("png", 2001, 1));
        assertRefused("logo.png", "unfit-logo");
    }

    private void assertRefused(String name, String rule) throws IOException {
        Look look = look("foaf:logo <" + name + ">");
        assertThat(look.findings()).extracting(Finding::rule).containsExactly(rule);
        assertThat(look.logo()).isEmpty();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** What is said of the publisher stands in line 5. */
    private Look look(String said) throws IOException {
        Path catalog =
                Files.write(folder.resolve("catalog.ttl"), """
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix look: <https://w3id.org/pleiade/look#> .
                <catalog> dct:publisher <id/agent/a> .
                <id/agent/a> a foaf:Organization ; %s .
                """.formatted(said).getBytes(StandardCharsets.UTF_8));
        return Look.of(new Term.Iri(BASE + "catalog"), RdfReader.readGraph(catalog, BASE), folder);
    }
}
