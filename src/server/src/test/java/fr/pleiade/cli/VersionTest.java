package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Software;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.IVersionProvider;

/** The version is that of the manifest of the jar that the program runs from. */
class VersionTest {
    private static final List<Class<?>> TELLING = List.of(Pleiade.class, Pleiade.Version.class, Software.class);

    @TempDir
    Path folder;

    @Test
    void theVersionIsThatOfTheManifest() throws Exception {
        try (URLClassLoader jar = jar("4.5.6")) {
            assertThat(version(jar)).containsExactly("pleiade 4.5.6");
            assertThat(name(jar)).isEqualTo("Pléiade 4.5.6");
        }
    }

    @Test
    void withoutOneItIsAVersionInDevelopment() throws Exception {
        try (URLClassLoader jar = jar("")) {
            assertThat(version(jar)).containsExactly("pleiade (development)");
            assertThat(name(jar)).isEqualTo("Pléiade (development)");
        }
    }

    private static String[] version(ClassLoader jar) throws Exception {
        Constructor<?> provider = jar.loadClass(Pleiade.Version.class.getName()).getDeclaredConstructor();
        provider.setAccessible(true);
        return ((IVersionProvider) provider.newInstance()).getVersion();
    }

    private static Object name(ClassLoader jar) throws Exception {
        return jar.loadClass(Software.class.getName()).getField("NAME").get(null);
    }

    /** The classes that tell the version, in a jar whose manifest names one. */
    private URLClassLoader jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!version.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        }
        Path file = folder.resolve("pleiade.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Class<?> type : TELLING) {
                String entry = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
                    in.transferTo(jar);
                }
            }
        }
        return new URLClassLoader(new URL[] {file.toUri().toURL()}, new Others());
    }

    /** Has every class but those in the jar. */
    private static final class Others extends ClassLoader {
        Others() {
            super(VersionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (TELLING.stream().anyMatch(type -> type.getName().equals(name))) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
